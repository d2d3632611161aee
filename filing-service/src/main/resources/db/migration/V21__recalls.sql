-- The codes of each item, in the clear and apart from the patient: without them a wrong code could be found only by
-- opening every patient's content. Written with the content and erased with it.
create table item_code (
    code    text    not null,
    item_id text collate "C" not null,
    entry   integer not null,
    primary key (code, item_id, entry)
);
create index item_code_of_item on item_code (item_id);
comment on column item_code.entry is 'Number of the entry, counted from 1 in the order of the message.';

create table item_system (
    system  text not null,
    item_id text collate "C" not null,
    primary key (system, item_id)
);
create index item_system_of_item on item_system (item_id);
comment on table item_system is 'The system that made each item''s message, by each name that the message gives it.';

grant select, insert, delete on item_code, item_system to ${database}_runtime;

-- One row a recall: what is looked for, as its event says, and how far looking has come.
create table recall (
    recall_id     text primary key,
    codes         text[]      not null,
    pharmacy      text,
    system        text,
    service       text,
    received_from timestamptz,
    received_to   timestamptz not null,
    reason        text        not null,
    opened_by     text        not null,
    opened_at     timestamptz not null,
    matching      bigint,
    recalled      bigint      not null default 0,
    cursor_item   text collate "C" not null default '',
    finished_at   timestamptz
);
comment on column recall.matching is 'How many items matched when looking began; null until then.';
comment on column recall.cursor_item is 'Looking goes on after this item.';

-- The items a recall found, written only from events.
create table recall_item (
    recall_id      text        not null,
    item_id        text collate "C" not null,
    practice       text        not null,
    entries        integer[]   not null,
    recalled_at    timestamptz not null,
    outcome        text,
    confirmed_by   text,
    confirmed_name text,
    confirmed_at   timestamptz,
    primary key (recall_id, item_id)
);
create index recall_item_of_practice on recall_item (practice, recall_id, item_id);
comment on column recall_item.entries is 'Numbers of the entries whose codes match; empty where the recall names no code.';
comment on column recall_item.outcome is 'What the practice says it did; null until it confirms.';

alter table recall_item enable row level security;
alter table recall_item force row level security;
create policy own_practice on recall_item for select to ${database}_tenant
    using (practice = current_setting('app.ods', true));
create policy background_work on recall_item to ${database}_runtime using (true) with check (true);

grant select on recall_item to ${database}_tenant;
grant select, insert, update on recall to ${database}_runtime;
grant select, insert, update, delete on recall_item to ${database}_runtime;

alter table worklist_item add column open_recalls integer not null default 0;
comment on column worklist_item.open_recalls is 'Recalls that found the item and that the practice has not confirmed yet.';

alter table item_history add column recall_id text, add column entries integer[];
comment on column item_history.entries is 'Numbers of the entries that a recall found.';
