-- Beside the table, a message of usual size became four pieces and a rest, with an index entry for each, and every rest filled
-- a gap in a page of long ago. In its row it is written once, at the end. What is longer than a page lies beside it as before.
alter table message_content alter column original set storage main;
alter table message_content set (toast_tuple_target = 8160);

-- Content is written once and only ever deleted. Looked after soon, its pages are marked while the log still holds them
-- whole, and frozen, so that nobody has to come back to them.
alter table message_content set (
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000,
    autovacuum_freeze_min_age = 0,
    toast.autovacuum_vacuum_insert_scale_factor = 0, toast.autovacuum_vacuum_insert_threshold = 10000,
    toast.autovacuum_freeze_min_age = 0);
