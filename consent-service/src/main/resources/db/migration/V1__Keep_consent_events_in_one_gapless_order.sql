-- One row: the place and time of the last event. Its lock puts all events in one order.
create table consent_head (
    only_row    boolean primary key default true check (only_row),
    position    bigint not null,
    recorded_at timestamptz not null
);
insert into consent_head (position, recorded_at) values (0, '-infinity');

-- Every event, for ever. The database gives place, time and hash; nobody may change or delete a row.
create table consent_event (
    position        bigint primary key,
    recorded_at     timestamptz not null,
    event_id        text not null unique,
    stream_id       text not null,
    stream_sequence bigint not null,
    stream_type     text not null,
    event_name      text not null,
    revision        text not null,
    payload         bytea not null,
    metadata        bytea not null,
    practice        text not null,
    commitment      text not null,
    leaf            text not null,
    leaf_hash       bytea not null,
    unique (stream_id, stream_sequence)
);
create index consent_event_of_practice on consent_event (practice, position);
create index consent_event_by_time on consent_event (recorded_at, position);
comment on column consent_event.position is 'gapless: 1, 2, 3, in commit order';
comment on column consent_event.recorded_at is 'clock of this database, microseconds, strictly increasing with position';
comment on column consent_event.practice is 'whose switch it is about; an attempt lies in the stream of the one who tried';
comment on column consent_event.commitment is 'hex SHA-256 of the canonical JSON of the disclosure';
comment on column consent_event.leaf is 'canonical JSON (RFC 8785) that auditors see and the proof covers';
comment on column consent_event.leaf_hash is 'SHA-256 of a zero byte and the leaf: RFC 6962 leaf hash';

-- What may be erased of an event without touching it.
create table disclosure (
    commitment text primary key,
    name       text not null,
    note       text,
    salt       text not null
);

create function number_consent_event() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
as $$
begin
    update public.consent_head
       set position = position + 1,
           recorded_at = greatest(clock_timestamp(), recorded_at + interval '1 microsecond')
     returning position, recorded_at into strict new.position, new.recorded_at;
    new.leaf := replace(new.leaf, '"position":null', '"position":' || new.position);
    new.leaf := replace(new.leaf, '"recordedAt":null',
        '"recordedAt":"' || to_char(new.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '"');
    new.leaf_hash := sha256('\x00'::bytea || convert_to(new.leaf, 'UTF8'));
    return new;
end
$$;
revoke all on function number_consent_event() from public;

create trigger number_before_insert
    before insert on consent_event
    for each row execute function number_consent_event();

-- This log's notion of now. Never before the last event, so that what was acknowledged is in force even if the
-- machine's clock was set back.
create function consent_now() returns timestamptz
    language sql
    volatile
    set search_path = pg_catalog, public, pg_temp
as $$ select greatest(clock_timestamp(), recorded_at) from public.consent_head $$;

grant usage on schema public to ${database}_runtime, ${database}_tenant;
grant select on consent_head to ${database}_runtime, ${database}_tenant;
grant select, insert on consent_event, disclosure to ${database}_runtime;
