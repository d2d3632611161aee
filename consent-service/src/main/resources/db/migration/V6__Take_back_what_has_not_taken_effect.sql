alter table switch_decision add column cancelled_by bigint;
comment on column switch_decision.cancelled_by is 'position of the event that took it back before it took effect';

drop index switch_decision_in_force;
create index switch_decision_in_force on switch_decision (practice, service, effective_from desc, position desc)
    include (decision, cancelled_by);

grant update (cancelled_by) on switch_decision to ${database}_runtime;
