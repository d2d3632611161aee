-- What an interrupted replay left behind is taken away, so it must not go on.
alter table replay_run drop constraint replay_run_status_check;
alter table replay_run add check (status in ('running', 'done', 'interrupted'));
