-- Everything that a person may read of an item. Erasing rows here erases it, and touches no event.
create table item_content (
    item_id  text collate "C" not null,
    part     text             not null,
    practice text             not null,
    key_id   bigint           not null,
    sealed   bytea            not null,
    kept_at  timestamptz      not null default clock_timestamp(),
    primary key (item_id, part)
);
alter table item_content alter column sealed set storage external;

comment on table item_content is 'Clinical content and people''s words, sealed. Bound to practice, item and part: copied elsewhere, it does not open.';
comment on column item_content.part is 'summary (what a row of the worklist shows), consultation (all of it), or note-{id}.';

alter table item_content enable row level security;
alter table item_content force row level security;
create policy own_practice on item_content for select to ${database}_tenant
    using (practice = current_setting('app.ods', true));
create policy background_work on item_content to ${database}_runtime using (true) with check (true);

grant usage on schema public to ${database}_runtime, ${database}_tenant;
grant select on item_content to ${database}_tenant;
grant select, insert, delete on item_content to ${database}_runtime;
