alter table item_history add column patient_visible boolean;

-- What was filed for good, practice by practice, for the clinical system.
create table filed_feed (
    practice     text        not null,
    position     bigint      not null,
    item_id      text collate "C" not null,
    filed_at     timestamptz not null,
    with_changes boolean     not null,
    primary key (practice, position)
);

comment on column filed_feed.position is 'Gapless within the practice, in the order of commits.';

-- What the clinical system says it has taken over. Appended, never changed.
create table filed_import (
    practice text        not null,
    up_to    bigint      not null,
    said_by  text        not null,
    said_at  timestamptz not null default clock_timestamp()
);

create index filed_import_of_practice on filed_import (practice, up_to);

alter table filed_feed enable row level security;
alter table filed_feed force row level security;
create policy own_practice on filed_feed for select to ${database}_tenant
    using (practice = current_setting('app.ods', true));
create policy background_work on filed_feed to ${database}_runtime using (true) with check (true);

alter table filed_import enable row level security;
alter table filed_import force row level security;
create policy own_practice on filed_import to ${database}_tenant
    using (practice = current_setting('app.ods', true)) with check (practice = current_setting('app.ods', true));

grant select on filed_feed to ${database}_tenant;
grant select, insert on filed_feed to ${database}_runtime;
grant select, insert on filed_import to ${database}_tenant;
