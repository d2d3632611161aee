alter table practice_settings add column fallback_address text;

comment on column practice_settings.fallback_address is 'E-mail address of the practice for consultations that are refused here.';
