-- What each practice said about where a refused consultation goes instead; the others follow the deployment.
create table fallback_address (
    practice text        primary key,
    address  text,
    set_at   timestamptz not null
);

comment on table fallback_address is 'An e-mail address of the practice, told to every sender that is refused; no person''s.';

grant select on fallback_address to ${database}_tenant;
-- A duty that stands follows its practices address.
grant update (channel, address) on fallback to ${database}_tenant;
grant select, insert, update on fallback_address to ${database}_runtime;
