-- The duty of a sender to correct what reached the wrong practice or the wrong record. Holds nothing of the patient.
create table correction (
    id         uuid        primary key,
    message_id uuid        not null unique references message,
    sender     text        not null,
    practice   text        not null,
    service    text        not null,
    identifier text        not null,
    reason     text        not null,
    opened_at  timestamptz not null,
    closed_at  timestamptz,
    action     text,
    taken_at   timestamptz,
    reference  text,
    check ((closed_at is null) = (action is null))
);

comment on column correction.identifier is 'What the sender called the message.';
comment on column correction.reason is 'Why the practice rejected it: a listed code.';
comment on column correction.action is 'What the sender says it did about it: a listed code.';

create index correction_of_a_sender on correction (sender, id);
create index correction_that_is_open on correction (opened_at) where closed_at is null;

alter table correction enable row level security;
alter table correction force row level security;
create policy sender_only on correction to ${database}_tenant
    using (sender = acting_organisation()) with check (sender = acting_organisation());
create policy background_work on correction to ${database}_runtime using (true) with check (true);

grant select on correction to ${database}_tenant, ${database}_runtime;
grant update (closed_at, action, taken_at, reference) on correction to ${database}_tenant;
grant insert on correction to ${database}_runtime;

-- What a practice wrote to the sender beside its rejection: clinical words, sealed, and deleted without touching
-- anything else.
create table sender_note (
    message_id uuid   primary key references message,
    sender     text   not null,
    practice   text   not null,
    note       bytea  not null,
    note_key   bigint not null
);

alter table sender_note alter column note set storage external;

comment on column sender_note.note is 'At most 280 characters, sealed.';

alter table sender_note enable row level security;
alter table sender_note force row level security;
create policy sender_and_practice_see_it on sender_note for select to ${database}_tenant
    using (sender = acting_organisation() or practice = acting_organisation());
create policy background_work on sender_note to ${database}_runtime using (true) with check (true);

grant select on sender_note to ${database}_tenant;
grant select, insert, delete on sender_note to ${database}_runtime;
