-- The services whose messages are taken, by the SNOMED CT codes that name them in a message.
create table service (
    key  text primary key,
    name text not null
);

create table service_code (
    code    text primary key,
    service text not null references service
);

comment on table service_code is 'SNOMED CT codes of Composition.type; a service may have gone by another code before.';

insert into service (key, name) values
    ('pharmacy-first', 'Pharmacy First'),
    ('blood-pressure-check', 'Blood Pressure Check'),
    ('contraception', 'Pharmacy Contraception');

insert into service_code (code, service) values
    ('1577041000000109', 'pharmacy-first'),       -- Community Pharmacist Consultation Service for minor illness
    ('2129921000000100', 'pharmacy-first'),       -- Community Pharmacy Pharmacy First Service
    ('1659111000000107', 'blood-pressure-check'), -- Community Pharmacy Blood Pressure Check / Hypertension Case Finding
    ('1659121000000101', 'contraception');        -- Community Pharmacy Contraception Service

grant usage on schema public to ${database}_runtime, ${database}_tenant;
grant select on service, service_code to ${database}_runtime;
