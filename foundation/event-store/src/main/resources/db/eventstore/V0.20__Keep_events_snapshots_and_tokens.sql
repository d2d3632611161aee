-- The service's events, in the order in which they were numbered. Nothing is ever changed or deleted here.
create table stored_event (
    position        bigint generated always as identity primary key,
    event_id        text not null unique,
    stream_id       text not null,
    stream_sequence bigint not null,
    stream_type     text,
    recorded_at     timestamptz not null,
    event_name      text not null,
    revision        text,
    payload         bytea not null,
    metadata        bytea not null,
    unique (stream_id, stream_sequence)
);
comment on column stored_event.position is 'order of all events; numbers of rolled back events are missing';
comment on column stored_event.stream_id is 'one decision maker: what is decided from its events alone';
comment on column stored_event.event_name is 'given name, never the name of a class';

-- The state of a long stream, so that it need not be read from its first event. Can be thrown away at any time.
create table stream_snapshot (
    event_id        text not null unique,
    stream_id       text not null,
    stream_sequence bigint not null,
    stream_type     text not null,
    recorded_at     timestamptz not null,
    event_name      text not null,
    revision        text,
    payload         bytea not null,
    metadata        bytea not null,
    primary key (stream_id, stream_sequence)
);

-- How far each streaming processor has come.
create table processor_token (
    processor  text not null,
    segment    integer not null,
    token      bytea,
    token_type text,
    touched_at text,
    owner      text,
    primary key (processor, segment)
);

grant usage on schema public to ${database}_runtime;
grant select, insert on stored_event to ${database}_runtime;
grant select, insert, delete on stream_snapshot to ${database}_runtime;
grant select, insert, update, delete on processor_token to ${database}_runtime;
