-- The suite's databases and roles, once, as a role that may create them:
--   psql -v owner_password=... -v runtime_password=... -v tenant_password=... -v service=consent -f create-databases.sql
-- and the same for service=ingest and service=filing, each with passwords of its own. The services create and change
-- their tables by themselves, as the owner; the other two roles get what they need from those migrations.
\set ON_ERROR_STOP on
\set owner :service _owner
\set runtime :service _runtime
\set tenant :service _tenant

create role :"owner" login password :'owner_password';
create role :"runtime" login password :'runtime_password';
create role :"tenant" login password :'tenant_password';
create database :"service" owner :"owner" encoding 'UTF8' template template0;
-- Without this every role of the server could connect to every database.
revoke all on database :"service" from public;
grant connect on database :"service" to :"runtime", :"tenant";

-- A committed message must not be lost: all three must say "on".
show fsync;
show synchronous_commit;
show full_page_writes;
