-- A document that is sent twice is noticed, and a newer one finds the one it replaces.
alter table message
    add column document    bytea,
    add column composition bytea,
    add column replaces    uuid references message,
    add column systems     text[] not null default '{}';

comment on column message.document is 'Keyed hash of practice, sender and the document''s identifier. Null where there is none, or where it no longer stands in the way of the same document: taken back by its sender.';
comment on column message.composition is 'Keyed hash of practice, sender and the Composition''s identifier.';
comment on column message.replaces is 'The message that this one replaces: same sender, practice and patient.';
comment on column message.systems is 'Names of the system that made the message, by any of which it can be suspended: software, software with version, endpoint.';

create unique index one_message_for_each_document on message (document) where document is not null and not declined;
create index message_of_a_composition on message (composition) where composition is not null;
create index message_that_replaces on message (replaces) where replaces is not null;

-- What is like another is recognised by keyed hashes beside the content, erased with it.
alter table message_content
    add column patient  bytea,
    add column likeness bytea;

comment on column message_content.patient is 'Keyed hash of practice and NHS number.';
comment on column message_content.likeness is 'Keyed hash of practice, NHS number, service and day.';

create index message_like_another on message_content (likeness) where likeness is not null;

-- Proof of another delivery is remembered when the consultation comes after all.
alter table fallback add column document bytea;

comment on column fallback.document is 'Keyed hash of practice, sender and the refused document''s identifier.';

create index fallback_with_proof on fallback (sender, practice, identifier_value) where closed_by = 'proof';
create index fallback_with_proof_of_a_document on fallback (document) where closed_by = 'proof' and document is not null;

grant update (document) on message to ${database}_runtime;
