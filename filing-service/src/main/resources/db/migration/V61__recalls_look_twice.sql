-- A recall passes over the whole history twice: what reached the tables behind its first look is found by the second.
alter table recall add column passed_once boolean not null default false;
comment on column recall.passed_once is 'Whether the whole history was looked over; the next pass is the last.';
