-- How each practice's worklist works now. Written in the transaction of the change's event.
create table practice_settings (
    practice        text    primary key,
    undo_seconds    bigint  not null,
    bulk_filing     boolean not null,
    patient_visible boolean not null,
    version         bigint  not null
);

comment on table practice_settings is 'Only practices that settled something; the others follow the deployment.';
comment on column practice_settings.version is 'How many changes led here.';

alter table practice_settings enable row level security;
alter table practice_settings force row level security;
create policy own_practice on practice_settings for select to ${database}_tenant
    using (practice = current_setting('app.ods', true));
create policy background_work on practice_settings to ${database}_runtime using (true) with check (true);

grant select on practice_settings to ${database}_tenant;
grant select, insert, update on practice_settings to ${database}_runtime;
