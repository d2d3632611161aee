-- A name is found by its event's position, so that whoever reads the log in order reads the names in order too.
alter table disclosure rename to disclosure_by_commitment;

create table disclosure (
    position bigint primary key,
    name     text not null,
    note     text,
    salt     text not null
);
comment on table disclosure is 'what may be erased of an event without touching it';
comment on column disclosure.position is 'of the event, whose commitment is the hash of this row';

insert into disclosure (position, name, note, salt)
    select e.position, d.name, d.note, d.salt
      from consent_event e join disclosure_by_commitment d using (commitment)
     order by e.position;
drop table disclosure_by_commitment;

grant select, insert on disclosure to ${database}_runtime;
