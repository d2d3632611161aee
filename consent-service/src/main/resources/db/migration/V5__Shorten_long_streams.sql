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

grant select, insert, delete on stream_snapshot to ${database}_runtime;
