-- The duty of a sender to deliver a refused consultation another way. Holds nothing clinical.
create table fallback (
    id                uuid        primary key,
    sender            text        not null,
    practice          text        not null,
    service           text        not null,
    identifier_system text        not null,
    identifier_value  text        not null,
    channel           text        not null,
    address           text        not null,
    opened_at         timestamptz not null,
    closed_at         timestamptz,
    closed_by         text        check (closed_by in ('proof', 'delivery')),
    proof_channel     text,
    proof_sent_at     timestamptz,
    proof_reference   text
);

comment on column fallback.closed_by is 'proof: the sender showed that it was delivered another way; delivery: the practice took the message later.';

create unique index one_open_fallback_for_each_message on fallback
    (sender, practice, identifier_system, identifier_value) where closed_at is null;
create index fallback_of_a_sender on fallback (sender, id);

grant select, insert on fallback to ${database}_tenant, ${database}_runtime;
grant update (closed_at, closed_by, proof_channel, proof_sent_at, proof_reference) on fallback
    to ${database}_tenant, ${database}_runtime;
