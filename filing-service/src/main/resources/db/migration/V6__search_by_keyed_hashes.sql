-- Finds items by patient without holding anything of the patient: without the key the hashes tell nothing.
create table item_search (
    practice text  not null,
    kind     text  not null,
    hash     bytea not null,
    item_id  text collate "C" not null,
    primary key (practice, kind, hash, item_id)
);

comment on column item_search.kind is 'nhs-number, or surname: then one row for each beginning of three letters and more.';
comment on column item_search.hash is 'HMAC-SHA256, keyed for the kind and salted with the practice.';

create index item_search_of_item on item_search (item_id);

alter table item_search enable row level security;
alter table item_search force row level security;
create policy own_practice on item_search for select to ${database}_tenant
    using (practice = current_setting('app.ods', true));
create policy background_work on item_search to ${database}_runtime using (true) with check (true);

grant select on item_search to ${database}_tenant;
grant select, insert, delete on item_search to ${database}_runtime;
