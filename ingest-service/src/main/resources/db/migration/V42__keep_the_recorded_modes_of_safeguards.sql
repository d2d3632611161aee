-- The modes of safeguards that were decided for all, as the consent service recorded them. They come before the deployment's.
create table recorded_mode (
    rule text primary key,
    mode text not null check (mode in ('reject', 'flag', 'off'))
);
grant select, insert, update on recorded_mode to ${database}_runtime;
