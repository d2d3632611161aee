package io.consentry.filing.countwork;

import io.consentry.database.TenantTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Counts a practice's work, under row-level security, in one read. */
@Singleton
class WorkloadQuery {

    /** Days are a practice's days: in summer an item of half past eleven at night in UTC is of the next day. */
    private static final String COUNTS = """
            select to_char(day, 'YYYY-MM-DD'), service, pharmacy, count(*),
                count(*) filter (where is_filed),
                count(*) filter (where status = 'filed-with-changes'),
                count(*) filter (where status = 'rejected'),
                count(*) filter (where status in ('replaced', 'withdrawn')),
                count(*) filter (where status = 'pending'),
                count(*) filter (where flags > 0),
                coalesce(sum(requested_actions), 0),
                percentile_cont(0.5) within group (order by minutes) filter (where is_filed),
                percentile_cont(0.9) within group (order by minutes) filter (where is_filed)
            from (
                select cast(received_at at time zone 'Europe/London' as date) as day, service, pharmacy, status, flags,
                    requested_actions, status in ('filed', 'filed-with-changes') as is_filed,
                    cast(extract(epoch from decided_at - received_at) / 60 as double precision) as minutes
                from worklist_item where practice = ?1 and received_at >= ?2 and received_at < ?3
            ) item
            group by grouping sets ((), (day), (service), (pharmacy))
            order by 1, 2, 3""";

    private static final String BACKLOG = """
            select count(*), max(minutes), percentile_cont(0.5) within group (order by minutes)
            from (select cast(extract(epoch from ?2 - received_at) / 60 as double precision) as minutes
                from worklist_item where practice = ?1 and status = 'pending') waiting""";

    private final TenantTransactions transactions;

    WorkloadQuery(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    /** The work of items received from one time until before another. */
    Uni<Workload> of(String practice, Instant from, Instant to, Instant now) {
        return transactions.as(
                practice, session -> rows(session, practice, from, to).chain(rows -> backlog(session, practice, now)
                        .map(backlog -> workload(practice, from, to, rows, backlog))));
    }

    private static Uni<List<Object[]>> rows(
            Mutiny.StatelessSession session, String practice, Instant from, Instant to) {
        return session.createNativeQuery(COUNTS, Object[].class)
                .setParameter(1, practice)
                .setParameter(2, from.atOffset(ZoneOffset.UTC))
                .setParameter(3, to.atOffset(ZoneOffset.UTC))
                .getResultList();
    }

    private static Uni<Object[]> backlog(Mutiny.StatelessSession session, String practice, Instant now) {
        return session.createNativeQuery(BACKLOG, Object[].class)
                .setParameter(1, practice)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }

    private static Workload workload(String practice, Instant from, Instant to, List<Object[]> rows, Object[] backlog) {
        Workload.Counts total = Workload.Counts.NONE;
        List<List<Workload.Group>> groups = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Object[] row : rows) {
            int grouped = groupedBy(row);
            if (grouped < 0) {
                total = counts(row);
            } else {
                groups.get(grouped).add(new Workload.Group((String) row[grouped], counts(row)));
            }
        }
        return new Workload(
                practice,
                from,
                to,
                total,
                groups.get(0),
                groups.get(1),
                groups.get(2),
                new Workload.Backlog(whole(backlog[0]), minutes(backlog[1]), minutes(backlog[2])));
    }

    /** Which of the first columns the row is about; none for the total. */
    private static int groupedBy(Object[] row) {
        for (int column = 0; column < 3; column++) {
            if (row[column] != null) {
                return column;
            }
        }
        return -1;
    }

    private static Workload.Counts counts(Object[] row) {
        return new Workload.Counts(
                whole(row[3]),
                whole(row[4]),
                whole(row[5]),
                whole(row[6]),
                whole(row[7]),
                whole(row[8]),
                whole(row[9]),
                whole(row[10]),
                minutes(row[11]),
                minutes(row[12]));
    }

    private static long whole(Object value) {
        return ((Number) value).longValue();
    }

    /** To a tenth: nobody plans by less. */
    private static @Nullable Double minutes(@Nullable Object value) {
        return value == null ? null : Math.round(((Number) value).doubleValue() * 10) / 10.0;
    }
}
