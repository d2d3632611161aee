-- How far this service has come in the feeds of others.
create table followed_feed (
    feed     text   primary key,
    position bigint not null
);

comment on table followed_feed is 'The last applied position of each followed feed, committed together with its effects.';

-- Events that could not be applied. They wait here, and with them every later event of the same message.
create table parked_event (
    feed      text        not null,
    position  bigint      not null,
    subject   text        not null,
    id        uuid        not null,
    type      text        not null,
    data      text        not null,
    cause     text        not null,
    parked_at timestamptz not null default clock_timestamp(),
    primary key (feed, position)
);

comment on column parked_event.cause is 'The class of what went wrong, never its words: they could name a patient.';

create index parked_event_subject on parked_event (feed, subject);

grant select, insert, update on followed_feed to ${database}_runtime;
grant select, insert, delete on parked_event to ${database}_runtime;
