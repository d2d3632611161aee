-- The keys that seal clinical content. Each lies here wrapped: without the key-encryption key of the deployment
-- a copy of this database reads as noise.

create table data_key (
    id bigint generated always as identity primary key,
    practice text not null,
    month date not null,
    wrapped bytea not null,
    wrapped_by text not null,
    made_at timestamptz not null default clock_timestamp(),
    constraint one_data_key_for_each_practice_and_month unique (practice, month)
);
comment on table data_key is 'One AES-256 key for each practice and month, wrapped by the key-encryption key';
comment on column data_key.month is 'First day of the month, UTC';
comment on column data_key.wrapped is 'Nonce, ciphertext and tag of AES-256-GCM over the key; the practice and month are authenticated with it';
comment on column data_key.wrapped_by is 'Name of the key-encryption key';

create table hash_key (
    id smallint primary key check (id = 1),
    wrapped bytea not null,
    wrapped_by text not null
);
comment on table hash_key is 'The one key of keyed hashes. Never replaced: only wrapped anew when the key-encryption key changes';

grant usage on schema public to ${database}_runtime;
grant select, insert on data_key, hash_key to ${database}_runtime;
-- Rotation of the key-encryption key wraps the same keys anew and touches nothing else.
grant update (wrapped, wrapped_by) on data_key, hash_key to ${database}_runtime;
