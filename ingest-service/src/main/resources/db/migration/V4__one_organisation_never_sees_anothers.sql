-- The tenant role answers people's and pharmacies' requests. It names its organisation first in every transaction and
-- sees that organisation's rows; without a name it sees none. After a transaction the setting reads '', not null.
create function acting_organisation() returns text language sql stable
    return nullif(current_setting('app.ods', true), '');

grant execute on function acting_organisation() to ${database}_tenant;

alter table message enable row level security;
alter table message force row level security;
create policy sender_and_practice_see_it on message for select to ${database}_tenant
    using (sender = acting_organisation() or practice = acting_organisation());
create policy sender_adds_it on message for insert to ${database}_tenant
    with check (sender = acting_organisation());
create policy background_work on message to ${database}_runtime using (true) with check (true);

alter table message_content enable row level security;
alter table message_content force row level security;
create policy sender_adds_it on message_content for insert to ${database}_tenant
    with check (sender = acting_organisation());
create policy background_work on message_content to ${database}_runtime using (true) with check (true);

alter table timeline_entry enable row level security;
alter table timeline_entry force row level security;
create policy sender_and_practice_see_it on timeline_entry for select to ${database}_tenant
    using (sender = acting_organisation() or practice = acting_organisation());
create policy sender_adds_it on timeline_entry for insert to ${database}_tenant
    with check (sender = acting_organisation());
create policy background_work on timeline_entry to ${database}_runtime using (true) with check (true);

alter table fallback enable row level security;
alter table fallback force row level security;
create policy sender_only on fallback to ${database}_tenant
    using (sender = acting_organisation()) with check (sender = acting_organisation());
create policy background_work on fallback to ${database}_runtime using (true) with check (true);
