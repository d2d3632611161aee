-- One row an item, written only from events: dropped and replayed it is the same again.
create table worklist_item (
    item_id           text collate "C" primary key,
    practice          text        not null,
    pharmacy          text        not null,
    service           text        not null,
    status            text        not null,
    urgency           smallint    not null,
    received_at       timestamptz not null,
    flags             integer     not null,
    entries           integer     not null,
    decision_position bigint      not null,
    content_hash      text        not null,
    replaces          text,
    decided_by        text,
    decided_by_name   text,
    decided_at        timestamptz,
    final_from        timestamptz,
    version           bigint      not null
);

comment on table worklist_item is 'What the events say of each item now. Holds nothing of the patient.';
comment on column worklist_item.urgency is '0 for a look the same day, 1 otherwise: the worklist''s first order.';
comment on column worklist_item.version is 'Sequence number of the last event applied: an older one changes nothing.';
comment on column worklist_item.final_from is 'Until then whoever decided may undo it.';

create index worklist_item_in_order on worklist_item (practice, status, urgency, received_at, item_id);

alter table worklist_item enable row level security;
alter table worklist_item force row level security;
create policy own_practice on worklist_item for select to ${database}_tenant
    using (practice = current_setting('app.ods', true));
create policy background_work on worklist_item to ${database}_runtime using (true) with check (true);

grant select on worklist_item to ${database}_tenant;
grant select, insert, update, delete on worklist_item to ${database}_runtime;

create table item_history (
    item_id        text collate "C" not null,
    version        bigint      not null,
    practice       text        not null,
    what           text        not null,
    at             timestamptz not null,
    actor_id       text,
    actor_name     text,
    actor_role     text,
    reason         text,
    note_id        text,
    excluded       integer[],
    acknowledged   integer[],
    other_item     text,
    primary key (item_id, version)
);

comment on table item_history is 'What happened to each item and who did it, one row an event, for people to read.';
comment on column item_history.excluded is 'Numbers of the entries left out, counted from 1 in the order of the message.';

alter table item_history enable row level security;
alter table item_history force row level security;
create policy own_practice on item_history for select to ${database}_tenant
    using (practice = current_setting('app.ods', true));
create policy background_work on item_history to ${database}_runtime using (true) with check (true);

grant select on item_history to ${database}_tenant;
grant select, insert, update, delete on item_history to ${database}_runtime;
