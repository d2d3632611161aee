-- What happens to a message after its receipt is news for its sender, who may follow it live and come back later.
-- A place among the news is the transaction that told of it, and the number: once every transaction up to one has
-- ended, nothing can come before it any more. The first step is the answer itself, and no news.
alter table timeline_entry add column told_in bigint;
alter table timeline_entry alter column told_in set default (pg_current_xact_id()::text::bigint);

comment on column timeline_entry.told_in is 'Id of the transaction; null for the first step of a message, which its sender hears in the answer.';

create index news on timeline_entry (told_in, number) where told_in is not null;
create index news_of_a_sender on timeline_entry (sender, told_in, number) where told_in is not null;
