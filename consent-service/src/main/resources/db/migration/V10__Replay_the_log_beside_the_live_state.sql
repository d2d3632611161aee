-- A replay that an auditor asked for: the state made anew from the first event, and compared with the live one.
create table replay_run (
    id          uuid primary key,
    asked_by    text not null,
    asked_at    timestamptz not null default clock_timestamp(),
    up_to       bigint not null,
    replayed    bigint not null default 0,
    progress_at timestamptz not null default clock_timestamp(),
    status      text not null default 'running' check (status in ('running', 'done')),
    differences bigint not null default 0
);

-- What one replay makes of the log; shaped as the live table, and emptied when the replay is done.
create table replayed_decision (
    run            uuid not null references replay_run,
    position       bigint not null,
    practice       text not null,
    service        text not null,
    decision       text not null,
    effective_from timestamptz not null,
    event_id       text not null,
    cancelled_by   bigint,
    primary key (run, position)
);
create index replayed_decision_by_event on replayed_decision (run, event_id);

-- Where the live state was not what the events say.
create table replay_difference (
    run      uuid not null references replay_run,
    position bigint not null,
    practice text not null,
    live     text,
    replayed text,
    primary key (run, position)
);

grant select, insert, update on replay_run to ${database}_runtime;
grant select, insert, update, delete on replayed_decision to ${database}_runtime;
grant select, insert on replay_difference to ${database}_runtime;
