-- An update computes its values before it waits for the row, and keeps them if whoever held the row changed nothing.
-- So the row is locked first: an event's time is the time at which it was its turn.
create or replace function number_consent_event() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform 1 from public.consent_head for update;
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
