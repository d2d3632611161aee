-- Hashes of complete subtrees of the log's Merkle tree (RFC 6962). Level 0 are the events' own leaf hashes.
create table merkle_node (
    level integer not null check (level > 0),
    place bigint  not null,
    hash  bytea   not null check (octet_length(hash) = 32),
    primary key (level, place)
);
comment on column merkle_node.place is 'from the left, from 0: covers leaves place * 2^level to (place + 1) * 2^level - 1';

-- What was signed about the log, for ever.
create table checkpoint (
    size      bigint primary key,
    root_hash bytea not null,
    note      text not null,
    signed_at timestamptz not null default clock_timestamp()
);
comment on column checkpoint.note is 'signed note in the format of C2SP tlog-checkpoint';

-- The key of a sandbox, which has nobody to give it one. Elsewhere the deployment holds the key and this stays empty.
create table sandbox_log_key (
    only_row boolean primary key default true check (only_row),
    seed     bytea not null check (octet_length(seed) = 32)
);

grant select, insert on merkle_node, checkpoint, sandbox_log_key to ${database}_runtime;
