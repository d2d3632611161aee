-- Not only switches are tried at: a notice can be too short, too.
alter table attempt_window add column act text not null default 'move-switch';
alter table attempt_window alter column act drop default;
alter table attempt_window drop constraint attempt_window_pkey;
alter table attempt_window add primary key (act, practice, service, decision, actor_ods, actor_id);
comment on column attempt_window.practice is 'empty where it was about all practices';
