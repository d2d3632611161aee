-- One row a decision, written in the transaction of its event. In force at a time: the row of the switch with the
-- greatest effective_from up to then; of equal ones, the later position.
create table switch_decision (
    position       bigint primary key,
    practice       text not null,
    service        text not null,
    decision       text not null check (decision in ('opted-in', 'opted-out')),
    effective_from timestamptz not null,
    recorded_at    timestamptz not null,
    event_id       text not null unique
);
create index switch_decision_in_force on switch_decision (practice, service, effective_from desc, position desc)
    include (decision);
comment on column switch_decision.service is 'key in the catalogue; empty for the master switch';
comment on column switch_decision.effective_from is 'never before recorded_at: no decision reaches back';

grant select, insert on switch_decision to ${database}_runtime;
grant select on switch_decision to ${database}_tenant;
