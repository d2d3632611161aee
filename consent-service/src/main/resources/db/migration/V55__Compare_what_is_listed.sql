-- A replay finds differences of organisations and services too: several may stand at the same place.
alter table replay_difference drop constraint replay_difference_pkey;
alter table replay_difference add primary key (run, position, practice);
comment on column replay_difference.practice is 'whose decision it is; or which organisation, or service, is listed otherwise';
