-- Attempts of the same actor at the same switch within a minute of the first: counted here until an event closes them.
create table attempt_window (
    practice   text not null,
    service    text not null,
    decision   text not null,
    actor_ods  text not null,
    actor_id   text not null,
    actor_role text not null,
    actor_name text not null,
    reason     text not null,
    opened_at  timestamptz not null,
    folded     integer not null,
    primary key (practice, service, decision, actor_ods, actor_id)
);
create index attempt_window_by_age on attempt_window (opened_at);

grant select, insert, update, delete on attempt_window to ${database}_runtime;
