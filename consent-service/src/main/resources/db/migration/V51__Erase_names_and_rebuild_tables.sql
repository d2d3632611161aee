-- The runtime role can neither delete a disclosure nor a decision. It can have these two things done, which do no more than
-- the events say.

-- Erases the name and note that an erasure's own event names; without the event there is no erasure.
create function erase_disclosure(erasure text) returns integer
    language sql
    security definer
    set search_path = pg_catalog, public, pg_temp
as $$
    with gone as (
        delete from public.disclosure d using public.consent_event e, public.consent_event named
         where e.event_id = erasure and e.event_name = 'DisclosureErased'
           and named.commitment = e.leaf::jsonb -> 'about' ->> 'erases' and d.position = named.position
        returning 1)
    select count(*)::integer from gone
$$;

-- Makes the table of decisions anew from the events. No event is added meanwhile; readers see the old rows until the end.
create function rebuild_switch_decisions() returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    rebuilt bigint;
begin
    perform 1 from public.consent_head for update;
    delete from public.switch_decision;
    insert into public.switch_decision
        (position, practice, service, decision, effective_from, recorded_at, event_id, cancelled_by)
    select e.position, e.practice, coalesce(e.leaf::jsonb ->> 'service', ''), e.leaf::jsonb ->> 'decision',
           greatest(coalesce((e.leaf::jsonb ->> 'effectiveFrom')::timestamptz, e.recorded_at), e.recorded_at),
           e.recorded_at, e.event_id, c.position
      from public.consent_event e
      left join (select leaf::jsonb -> 'about' ->> 'cancels' as event_id, min(position) as position
                   from public.consent_event where event_name = 'ScheduledDecisionCancelled' group by 1) c
        on c.event_id = e.event_id
     where e.event_name in ('PracticeOptedIn', 'PracticeOptedOut', 'PracticePaused', 'ServiceOptedIn', 'ServiceOptedOut');
    get diagnostics rebuilt = row_count;
    return rebuilt;
end
$$;

-- The same for who may decide: the last that was said of a person counts.
create function rebuild_mandates() returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    rebuilt bigint;
begin
    perform 1 from public.consent_head for update;
    delete from public.mandate;
    insert into public.mandate (practice, holder, basis, granted_by, since, position)
    select practice, holder, basis, granted_by, recorded_at, position from (
        select distinct on (practice, leaf::jsonb -> 'about' ->> 'holder') practice, event_name, recorded_at, position,
               leaf::jsonb -> 'about' ->> 'holder' as holder, leaf::jsonb -> 'about' ->> 'basis' as basis,
               leaf::jsonb -> 'actor' ->> 'id' as granted_by
          from public.consent_event where event_name in ('MandateGranted', 'MandateWithdrawn')
         order by practice, leaf::jsonb -> 'about' ->> 'holder', position desc) last_said
     where event_name = 'MandateGranted';
    get diagnostics rebuilt = row_count;
    return rebuilt;
end
$$;

revoke all on function erase_disclosure(text), rebuild_switch_decisions(), rebuild_mandates() from public;
grant execute on function erase_disclosure(text), rebuild_switch_decisions(), rebuild_mandates() to ${database}_runtime;
