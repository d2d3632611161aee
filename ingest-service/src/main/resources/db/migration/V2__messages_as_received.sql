-- What is known of a message without anything of its patient.
create table message (
    id                uuid        primary key,
    sender            text        not null,
    practice          text        not null,
    service           text        not null references service,
    identifier_system text        not null,
    identifier_value  text        not null,
    source            text        not null,
    content_type      text        not null,
    content_hmac      bytea       not null,
    content_sha256    bytea       not null,
    urgent            boolean     not null,
    flags             integer     not null,
    received_at       timestamptz not null,
    status            text        not null check (status in ('held', 'pending', 'filed', 'filed-with-changes',
                                                             'rejected', 'replaced', 'withdrawn', 'declined')),
    declined          boolean     not null default false,
    decision_position bigint,
    decision_at       timestamptz
) with (fillfactor = 90);

comment on table message is 'One message as received. Holds nothing of the patient, so it outlives the erasure of its content.';
comment on column message.id is 'Version 7: in the order of arrival.';
comment on column message.identifier_system is 'Empty where the message gives none.';
comment on column message.source is 'The system that made the message, as its header names it; empty where it does not.';
comment on column message.content_hmac is 'Keyed hash of the bytes and the practice: tells the same message from another with the same identifier, also after erasure.';
comment on column message.declined is 'A message declined after it was held may be sent again and is decided afresh.';
comment on column message.decision_position is 'Position of the consent event that the decision rests on; null while held.';

create unique index one_message_for_each_identifier on message (sender, identifier_system, identifier_value)
    where not declined;
create index message_of_a_sender on message (sender, id);

-- What the message says: sealed, and deleted without touching anything else.
create table message_content (
    message_id       uuid  primary key references message,
    sender           text  not null,
    original         bytea not null,
    original_key     bigint not null,
    consultation     bytea not null,
    consultation_key bigint not null
);

-- Sealed bytes do not compress; PostgreSQL must not try.
alter table message_content alter column original set storage external;
alter table message_content alter column consultation set storage external;

comment on column message_content.original is 'The bytes as received, sealed.';
comment on column message_content.consultation is 'The consultation as read, JSON, sealed.';

-- What became of it, for the sender. Never changed.
create table timeline_entry (
    number     bigint      generated always as identity primary key,
    message_id uuid        not null references message,
    sender     text        not null,
    practice   text        not null,
    status     text        not null,
    at         timestamptz not null,
    by_whom    text,
    reason     text
);

create index timeline_of_a_message on timeline_entry (message_id, number);

-- Messages that wait because the decision cannot be asked for, in the order in which they will be decided.
create table held_message (
    message_id uuid   primary key references message,
    practice   text   not null,
    number     bigint not null generated always as identity
);

create index held_for_a_practice on held_message (practice, number);

-- A sender must learn whether it queues behind another sender's message, and nothing else of it.
create function anything_is_held_for(which text) returns boolean
    language sql volatile security definer set search_path = public, pg_temp
    return exists (select from held_message where practice = which);

revoke all on function anything_is_held_for(text) from public;
grant execute on function anything_is_held_for(text) to ${database}_tenant;

grant select, insert on message to ${database}_tenant;
grant insert on message_content, held_message to ${database}_tenant;
grant select, insert on timeline_entry to ${database}_tenant;

grant select, insert on message, timeline_entry to ${database}_runtime;
grant update (status, declined, decision_position, decision_at) on message to ${database}_runtime;
grant select, delete on message_content, held_message to ${database}_runtime;
