-- A rebuild writes into temporary tables of the same names, which only its own transaction sees.
do $$
begin
    execute format('grant temporary on database %I to ${database}_runtime', current_database());
end
$$;

create table rebuild (
    rebuild_id  text primary key,
    asked_by    text        not null,
    started_at  timestamptz not null,
    events      bigint      not null,
    told        bigint      not null default 0,
    wrong_rows  bigint,
    failed_with text,
    finished_at timestamptz
);
comment on table rebuild is 'Each time the tables people read were built anew from the events.';
comment on column rebuild.events is 'How many events there were when it began.';
comment on column rebuild.told is 'How many events have been told by now.';
comment on column rebuild.wrong_rows is 'How many rows of the old tables the events do not bear out, or were missing there.';
comment on column rebuild.failed_with is 'The class of what went wrong; then the old tables stand as they were.';

grant select, insert, update on rebuild to ${database}_runtime;
