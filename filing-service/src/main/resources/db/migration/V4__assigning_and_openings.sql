alter table worklist_item add column assignee text;
alter table item_history add column assignee text;

create index worklist_item_assigned on worklist_item (practice, assignee) where assignee is not null;

-- Who looked at an item. Looking is not an event of the item: it must not move the version that others act on.
create table item_opening (
    item_id     text collate "C" not null,
    practice    text        not null,
    opened_by   text        not null,
    opened_name text        not null,
    what        text        not null,
    version     bigint      not null,
    opened_at   timestamptz not null default clock_timestamp()
);

comment on table item_opening is 'Every opening of an item by a person. Appended, never changed.';
comment on column item_opening.what is 'item or original.';

create index item_opening_of_item on item_opening (item_id, opened_at);

alter table item_opening enable row level security;
alter table item_opening force row level security;
create policy own_practice on item_opening to ${database}_tenant
    using (practice = current_setting('app.ods', true)) with check (practice = current_setting('app.ods', true));
create policy background_work on item_opening to ${database}_runtime using (true) with check (true);

grant select, insert on item_opening to ${database}_tenant;
grant select, delete on item_opening to ${database}_runtime;
