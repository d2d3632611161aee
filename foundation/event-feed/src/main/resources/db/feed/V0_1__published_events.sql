-- What this service tells the others, in the order in which it was committed.
create table feed_event (
    id       uuid        primary key,
    type     text        not null,
    subject  text        not null,
    at       timestamptz not null,
    data     text        not null,
    inserted bigint      not null generated always as identity,
    position bigint      unique
);

comment on table feed_event is 'Published events. Written in the transaction of what they tell of; numbered afterwards by the one sequencer of the service.';
comment on column feed_event.subject is 'The id of the message the event is about.';
comment on column feed_event.inserted is 'Order of insertion. Has gaps, and a late commit may show a smaller number after a greater one: never a position.';
comment on column feed_event.position is 'Gapless place in the feed, given once the row is committed; null until then.';

create index feed_event_unnumbered on feed_event (inserted) where position is null;

create function feed_event_keeps_its_position() returns trigger language plpgsql as $$
begin
    raise exception 'a published event keeps its position';
end
$$;

create trigger feed_event_keeps_its_position before update on feed_event
    for each row when (old.position is not null) execute function feed_event_keeps_its_position();

grant select, insert on feed_event to ${database}_runtime;
grant update (position) on feed_event to ${database}_runtime;
grant insert on feed_event to ${database}_tenant;
