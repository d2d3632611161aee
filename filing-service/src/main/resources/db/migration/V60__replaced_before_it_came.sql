-- Messages that a newer one replaces and that are no items yet: they wait as parked events, and may come after it.
create table replaced_before_it_came (
    item_id  text collate "C" primary key,
    practice text             not null,
    newer_id text             not null,
    at       timestamptz      not null
);

comment on table replaced_before_it_came is 'Written with the newer item, removed when the older one comes and is replaced at once. Holds nothing of the patient.';
comment on column replaced_before_it_came.practice is 'Where the newer one was sent: it replaces none of another practice.';

grant select, insert, delete on replaced_before_it_came to ${database}_runtime;
