-- Finds items by patient without holding anything of the patient: without the key the hashes tell nothing. One row an item, in
-- the order in which items come to a practice: an index over the hashes themselves touched another page for each of them.
-- The owner sees no rows of it otherwise.
alter table item_search no force row level security;
alter table item_search rename to item_search_by_hash;
alter index item_search_pkey rename to item_search_by_hash_pkey;

create table item_search (
    practice text             not null,
    item_id  text collate "C" not null,
    terms    bigint[]         not null,
    primary key (practice, item_id) include (terms)
);

comment on column item_search.terms is 'The first 64 bits of an HMAC-SHA256 of the NHS number and of each beginning of the surname of three letters and more, keyed for the kind and salted with the practice.';

insert into item_search
select practice, item_id, array_agg(('x' || encode(substr(hash, 1, 8), 'hex'))::bit(64)::bigint)
from item_search_by_hash
group by practice, item_id;

drop table item_search_by_hash;

alter table item_search enable row level security;
alter table item_search force row level security;
create policy own_practice on item_search for select to ${database}_tenant
    using (practice = current_setting('app.ods', true));
create policy background_work on item_search to ${database}_runtime using (true) with check (true);

grant select on item_search to ${database}_tenant;
grant select, insert, delete on item_search to ${database}_runtime;
