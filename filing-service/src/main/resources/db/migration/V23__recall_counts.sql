-- What an operator may see of recalls: counts for each practice, and no item.
create view recall_at_practice with (security_invoker = true) as
select r.recall_id,
    r.practice,
    count(*) as found,
    count(*) filter (where w.status = 'pending') as pending,
    count(*) filter (where w.status in ('filed', 'filed-with-changes') and r.confirmed_at is null) as needs_review,
    count(*) filter (where r.confirmed_at is not null) as confirmed
from recall_item r join worklist_item w using (item_id)
group by r.recall_id, r.practice;

grant select on recall_at_practice to ${database}_runtime, ${database}_tenant;
