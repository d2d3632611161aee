-- Whatever a message is known by lies anywhere in its index, so each message goes to a page of its own in each, and the log
-- holds every page whole after a checkpoint. Half as wide an index has half as many pages.

-- What a sender calls a message, in 128 bits. PostgreSQL takes the encoding's name for something that may change.
create function message_identity(sender text, system text, value text) returns uuid
    language sql immutable strict parallel safe
    return encode(substr(sha256(convert_to(
        length(sender)::text || ' ' || sender || length(system)::text || ' ' || system || value, 'UTF8')), 1, 16),
        'hex')::uuid;

-- Half of each page stays free for what becomes of its messages: written into another page, a message would be entered into
-- all of its indexes again.
alter table message set (fillfactor = 50);

alter table message add column identity uuid not null
    generated always as (message_identity(sender, identifier_system, identifier_value)) stored;

comment on column message.identity is 'The sender and its identifier in the first 128 bits of their SHA-256.';

create unique index one_message_for_each_identity on message (identity) where not declined;
drop index one_message_for_each_identifier;

-- The other three are only ever compared whole: an index that hashes them once more holds 32 bits of each.
alter table message add constraint one_message_for_each_document_at_a_time
    exclude using hash (document with =) where (document is not null and not declined);
drop index one_message_for_each_document;

drop index message_of_a_composition;
create index message_of_a_composition on message using hash (composition) where composition is not null;

drop index message_like_another;
create index message_like_another on message_content using hash (likeness) where likeness is not null;
