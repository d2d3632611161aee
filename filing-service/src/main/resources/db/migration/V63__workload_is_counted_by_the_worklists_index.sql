-- What a practice received in some days is found by the index of the worklist as well: between practice and time it has two
-- columns of few values, which are skipped over (PostgreSQL 18) or read through. One of its own cost each message and
-- each act another page.
drop index worklist_item_by_time;
