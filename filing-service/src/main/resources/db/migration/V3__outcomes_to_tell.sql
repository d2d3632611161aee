-- Decisions that the sender has not heard of yet. Written with the decision, taken away by undoing it or by telling it:
-- whoever takes the row first decides which of the two it was.
create table outcome_to_tell (
    item_id      text collate "C" primary key,
    practice     text        not null,
    due_at       timestamptz not null,
    decided_at   timestamptz not null,
    status       text        not null,
    reason       text
);

create index outcome_to_tell_due on outcome_to_tell (due_at);

-- "for update" asks for a right to update, though nobody does.
grant select, insert, delete, update (due_at) on outcome_to_tell to ${database}_runtime;
