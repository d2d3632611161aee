-- Who read, exported or replayed the log. Beside it, not in it: reading the log must not change it.
create table log_access_head (
    only_row boolean primary key default true check (only_row),
    number   bigint not null
);
insert into log_access_head (number) values (0);

create table log_access (
    number     bigint primary key,
    at         timestamptz not null,
    actor_id   text not null,
    actor_role text not null,
    actor_ods  text not null,
    what       text not null,
    asked      jsonb not null,
    request_id text not null
);
comment on column log_access.number is 'gapless: 1, 2, 3, given by the database';
comment on column log_access.what is 'method and path, with the names of its parameters';

create function number_log_access() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
as $$
begin
    update public.log_access_head set number = number + 1 returning number into strict new.number;
    new.at := clock_timestamp();
    return new;
end
$$;
revoke all on function number_log_access() from public;

create trigger number_before_insert
    before insert on log_access
    for each row execute function number_log_access();

grant select, insert on log_access to ${database}_runtime;
