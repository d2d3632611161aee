-- Who may move a practice's switches now. For people to read: what counts when a switch is moved is the practice's stream.
create table mandate (
    practice   text not null,
    holder     text not null,
    basis      text not null check (basis in ('enrolment', 'grant', 'self-enrolment')),
    granted_by text not null,
    since      timestamptz not null,
    position   bigint not null unique,
    primary key (practice, holder)
);
comment on column mandate.holder is 'subject of the person''s token';

grant select, insert, delete on mandate to ${database}_runtime;
