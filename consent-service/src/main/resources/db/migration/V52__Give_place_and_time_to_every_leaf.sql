-- Whoever writes an event leaves its place and time open in the leaf. A leaf that has one of them already, or twice, or
-- elsewhere, would keep what its writer said: an event that was never recorded then. So it is refused.
create or replace function number_consent_event() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    stamp text;
begin
    perform 1 from public.consent_head for update;
    update public.consent_head
       set position = position + 1,
           recorded_at = greatest(clock_timestamp(), recorded_at + interval '1 microsecond')
     returning position, recorded_at into strict new.position, new.recorded_at;
    stamp := '"' || to_char(new.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '"';
    -- Within a text its quotes are escaped, so what is found here is a member's.
    if new.leaf like '%"position":null%"position":null%' or new.leaf like '%"recordedAt":null%"recordedAt":null%' then
        raise exception 'A leaf leaves its place and its time open once' using errcode = 'check_violation';
    end if;
    new.leaf := replace(new.leaf, '"position":null', '"position":' || new.position);
    new.leaf := replace(new.leaf, '"recordedAt":null', '"recordedAt":' || stamp);
    -- Read as every reader will: a name can be spelled with escapes, and stand twice.
    if (select array_agg(key || ' ' || value::text order by key)
          from json_each(new.leaf::json)
         where key in ('position', 'recordedAt'))
       is distinct from array['position ' || new.position, 'recordedAt ' || stamp] then
        raise exception 'A leaf says its place and its time as the database gives them' using errcode = 'check_violation';
    end if;
    new.leaf_hash := sha256('\x00'::bytea || convert_to(new.leaf, 'UTF8'));
    return new;
end
$$;
