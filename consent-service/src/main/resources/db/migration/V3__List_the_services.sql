-- The services a practice can be asked to take messages of, and the SNOMED CT codes that name them in a message.
create table service_catalogue (
    service text primary key check (service ~ '^[a-z][a-z0-9-]{1,62}$' and service not in ('history', 'scheduled', 'pause')),
    codes   bigint[] not null check (cardinality(codes) > 0)
);
comment on table service_catalogue is 'codes: GP Connect Update Record (ITK3) 1.2.1, Composition.type';

insert into service_catalogue (service, codes) values
    ('pharmacy-first', '{1577041000000109, 2129921000000100}'),
    ('blood-pressure-check', '{1659111000000107}'),
    ('contraception', '{1659121000000101}');

grant select on service_catalogue to ${database}_runtime, ${database}_tenant;
