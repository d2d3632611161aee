alter table worklist_item add column withdrawal_asked text;

comment on column worklist_item.withdrawal_asked is 'Why the pharmacy took the message back after a person had decided about it; null unless it did.';
