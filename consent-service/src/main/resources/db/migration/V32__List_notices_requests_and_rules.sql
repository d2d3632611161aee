-- What notices, requests and rules say now, as their events have it. Their words lie in disclosure, beside
-- their events, where they can be erased.
create table notice (
    id              text primary key,
    service         text,
    earliest_effect timestamptz not null,
    period          text not null,
    issued_by       text not null,
    consulted       text[] not null,
    document_sha256 text,
    issued_at       timestamptz not null,
    position        bigint not null unique
);
comment on column notice.period is 'the notice period that was in force, ISO 8601';

create table notice_acknowledgement (
    notice          text not null references notice,
    practice        text not null,
    acknowledged_at timestamptz not null,
    position        bigint not null unique,
    primary key (notice, practice)
);

create table outside_request (
    id                text primary key,
    practice          text,
    asked_by          text not null,
    received_at       timestamptz not null,
    document_sha256   text not null,
    position          bigint not null unique,
    answer            text check (answer in ('accepted', 'declined')),
    answered_at       timestamptz,
    answer_position   bigint unique
);

create table rule_change (
    position       bigint primary key,
    rule           text not null,
    was            text,
    value          text not null,
    effective_from timestamptz not null
);

alter table service_catalogue add column notice text, add column position bigint unique;
comment on column service_catalogue.notice is 'that announced it; empty for the services that were there from the start';

grant select, insert on notice, notice_acknowledgement, rule_change, service_catalogue to ${database}_runtime;
grant select, insert, update on outside_request to ${database}_runtime;
