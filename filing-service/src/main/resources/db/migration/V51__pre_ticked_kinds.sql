-- Kinds of entry that are filed where the reviewer does not say what to leave out.
alter table practice_settings add column pre_ticked text not null default '{}';

comment on column practice_settings.pre_ticked is 'JSON: kinds by key of the service. Of a service that is not named, every kind.';
