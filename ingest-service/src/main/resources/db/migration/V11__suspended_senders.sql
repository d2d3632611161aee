-- Senders, and systems that make messages, whose messages an operator found unsafe to take. Rows are never deleted.
create table sender_suspension (
    id           uuid        primary key,
    pharmacy     text,
    system       text,
    reason       text        not null,
    suspended_at timestamptz not null,
    suspended_by text        not null,
    lifted_at    timestamptz,
    lifted_by    text,
    check ((pharmacy is null) <> (system is null))
);

comment on column sender_suspension.pharmacy is 'ODS code of a sender.';
comment on column sender_suspension.system is 'A name of a system as messages give it: software, software with version, or endpoint.';
comment on column sender_suspension.suspended_by is 'The operator, as the token named them.';

create unique index one_suspension_of_a_pharmacy on sender_suspension (pharmacy) where lifted_at is null;
create unique index one_suspension_of_a_system on sender_suspension (system) where lifted_at is null;

grant select, insert on sender_suspension to ${database}_runtime;
grant update (lifted_at, lifted_by) on sender_suspension to ${database}_runtime;
