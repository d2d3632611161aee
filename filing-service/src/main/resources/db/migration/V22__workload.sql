alter table worklist_item add column requested_actions integer not null default 0;
comment on column worklist_item.requested_actions is 'How many texts ask the practice to do something.';

create index worklist_item_by_time on worklist_item (practice, received_at);
