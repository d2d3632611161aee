create table letter (id bigint primary key, ods text not null, words text not null);
alter table letter enable row level security;
alter table letter force row level security;
create policy own on letter to ${database}_tenant using (ods = nullif(current_setting('app.ods', true), ''));
create policy all_rows on letter to ${database}_owner using (true) with check (true);
insert into letter select n, 'Z0000' || n % 20, 'words ' || n from generate_series(1, 400) n;
grant select, insert on letter to ${database}_tenant;
