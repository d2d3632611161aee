-- Every key that ever signed the log's head, for ever; each but the first named by the one before it.
create table log_key (
    number       integer primary key check (number > 0),
    verifier_key text not null unique,
    signs_from   bigint not null check (signs_from >= 0),
    endorsement  text,
    begun_at     timestamptz not null default clock_timestamp(),
    check ((number = 1) = (endorsement is null))
);
comment on column log_key.verifier_key is 'name, key id and public key, as verifiers of signed notes take it';
comment on column log_key.signs_from is 'size of the smallest tree whose checkpoint is signed with this key and not with the one before';
comment on column log_key.endorsement is 'note signed with the key before: origin, "key", this key, signs_from';

grant select, insert on log_key to ${database}_runtime;
