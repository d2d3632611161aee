-- The words beside a rejection go to the sender, unless the practice keeps them to itself.
alter table practice_settings add column notes_to_senders boolean not null default true;
alter table outcome_to_tell add column note_id text;

comment on column outcome_to_tell.note_id is 'Names the words that the sender may read, which lie in item_content.';
