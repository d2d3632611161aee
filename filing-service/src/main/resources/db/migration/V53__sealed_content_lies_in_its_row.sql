-- What fits into a page lies in its row: beside it, it became pieces with an index entry for each, and their rests filled gaps in
-- pages of long ago.
alter table item_content set (toast_tuple_target = 8160);

-- Content is written once and only ever deleted. Looked after soon, its pages are marked while the log still holds them
-- whole, and frozen, so that nobody has to come back to them.
alter table item_content set (
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000,
    autovacuum_freeze_min_age = 0,
    toast.autovacuum_vacuum_insert_scale_factor = 0, toast.autovacuum_vacuum_insert_threshold = 10000,
    toast.autovacuum_freeze_min_age = 0);
