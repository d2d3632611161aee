-- Items that nobody looked at for the time that is set, and since when both sides know.
create table unread_item (
    item_id  text collate "C" primary key,
    practice text             not null,
    told_at  timestamptz      not null
);

comment on table unread_item is 'Written once an item, with what is announced to its sender. Holds nothing of the patient.';

create index unread_item_of_a_practice on unread_item (practice, told_at);
create index worklist_item_waiting_since on worklist_item (received_at) where status = 'pending';

alter table unread_item enable row level security;
alter table unread_item force row level security;
create policy own_practice on unread_item for select to ${database}_tenant
    using (practice = current_setting('app.ods', true));
create policy background_work on unread_item to ${database}_runtime using (true) with check (true);

grant select on unread_item to ${database}_tenant;
grant select, insert, delete on unread_item to ${database}_runtime;
