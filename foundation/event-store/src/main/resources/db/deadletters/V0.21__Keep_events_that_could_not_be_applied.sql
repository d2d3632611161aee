-- Events that a streaming processor could not apply. They wait here, and with them every later event of the same stream.
create table dead_letter (
    letter_id          text   primary key,
    processor          text   not null,
    stream_id          text   not null,
    place              bigint not null,
    message_type       text   not null,
    event_id           text   not null,
    recorded_at        text   not null,
    event_name         text   not null,
    revision           text,
    payload            bytea  not null,
    metadata           bytea,
    stream_type        text,
    aggregate_id       text,
    stream_sequence    bigint,
    token_type         text,
    token              bytea,
    enqueued_at        text   not null,
    touched_at         text,
    processing_started text,
    cause              text,
    cause_detail       text,
    diagnostics        bytea,
    unique (processor, stream_id, place)
);

comment on column dead_letter.cause is 'The class of what went wrong; null for an event that only waits for an earlier one.';
comment on column dead_letter.cause_detail is 'A code that the database gave, never words: they could quote what they met.';

grant select, insert, update, delete on dead_letter to ${database}_runtime;
