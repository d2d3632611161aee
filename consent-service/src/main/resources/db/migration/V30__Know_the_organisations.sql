-- The directory, as its events say. An organisation that is not here is unknown, which is not the same as opted out.
create table organisation (
    ods       text primary key,
    name      text not null,
    kind      text not null check (kind in ('practice', 'pharmacy', 'other')),
    open      boolean not null,
    successor text,
    version   bigint not null,
    position  bigint not null
);
comment on column organisation.version is 'number of events of the organisation so far';

grant select, insert, update on organisation to ${database}_runtime;
grant select on organisation to ${database}_tenant;

-- Not everything that is recorded is about one practice's switch.
alter table consent_event alter column practice drop not null;
comment on column consent_event.practice is 'whose switch it is about, if one practice''s; an attempt lies in the stream of the one who tried';
