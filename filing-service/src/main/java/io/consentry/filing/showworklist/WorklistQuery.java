package io.consentry.filing.showworklist;

import io.consentry.database.TenantTransactions;
import io.consentry.filing.askconsent.Consent;
import io.consentry.filing.askconsent.OptOuts;
import io.consentry.filing.item.ItemStatus;
import io.consentry.filing.keepcontent.ContentVault;
import io.consentry.filing.keepcontent.SealedPart;
import io.consentry.filing.threads.OffTheEventLoop;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads the worklist as one practice, under row-level security. */
@Singleton
class WorklistQuery {

    private static final String COUNTS = """
            select w.status, count(*), sum(case when w.urgency = 0 then 1 else 0 end),
                sum(case when w.flags > 0 then 1 else 0 end), sum(case when w.assignee is null then 1 else 0 end)
            from WorklistItem w where w.practice = :practice group by w.status""";

    private final TenantTransactions transactions;
    private final ContentVault vault;
    private final Consent consent;

    WorklistQuery(TenantTransactions transactions, ContentVault vault, Consent consent) {
        this.transactions = transactions;
        this.vault = vault;
        this.consent = consent;
    }

    /** One page, and where the next begins. */
    Uni<WorklistPage> page(String practice, WorklistFilter filter, @Nullable PageKey after, int limit) {
        PageStatement statement = new PageStatement(practice, filter, after);
        return transactions
                .as(practice, session -> rows(session, statement, limit + 1))
                .chain(rows -> opened(practice, rows, limit));
    }

    /** How many items there are of each kind. */
    Uni<WorklistCounts> counts(String practice) {
        return transactions.as(practice, session -> session.createSelectionQuery(COUNTS, Object[].class)
                .setParameter("practice", practice)
                .getResultList()
                .map(WorklistQuery::counts));
    }

    private static WorklistCounts counts(List<Object[]> rows) {
        Map<String, Long> byStatus = new LinkedHashMap<>();
        for (ItemStatus status : ItemStatus.values()) {
            byStatus.put(status.word(), 0L);
        }
        long urgent = 0;
        long flagged = 0;
        long unassigned = 0;
        for (Object[] row : rows) {
            byStatus.put((String) row[0], (Long) row[1]);
            if (row[0].equals(ItemStatus.PENDING.word())) {
                urgent = ((Number) row[2]).longValue();
                flagged = ((Number) row[3]).longValue();
                unassigned = ((Number) row[4]).longValue();
            }
        }
        return new WorklistCounts(byStatus, urgent, flagged, unassigned);
    }

    private static Uni<List<Object[]>> rows(Mutiny.StatelessSession session, PageStatement statement, int limit) {
        Mutiny.SelectionQuery<Object[]> query =
                session.createSelectionQuery(statement.hql(), Object[].class).setMaxResults(limit);
        statement.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    /** These rows as a page that nothing follows. */
    Uni<WorklistPage> opened(String practice, List<Object[]> rows) {
        return opened(practice, rows, rows.size());
    }

    private Uni<WorklistPage> opened(String practice, List<Object[]> rows, int limit) {
        return consent.lately(practice, servicesOfPending(rows))
                .chain(optOuts -> OffTheEventLoop.call(() -> page(rows, limit, optOuts)));
    }

    private static Set<String> servicesOfPending(List<Object[]> rows) {
        return rows.stream()
                .map(row -> (WorklistItem) row[0])
                .filter(WorklistItem::isPending)
                .map(WorklistItem::service)
                .collect(Collectors.toSet());
    }

    private WorklistPage page(List<Object[]> rows, int limit, OptOuts optOuts) {
        List<Object[]> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit
                ? PageKey.of((WorklistItem) rows.get(limit - 1)[0]).encoded()
                : null;
        return new WorklistPage(
                shown.stream()
                        .map(row -> WorklistRow.of(
                                (WorklistItem) row[0],
                                Optional.ofNullable((SealedPart) row[1])
                                        .map(vault::openSummary)
                                        .orElse(null),
                                optOuts))
                        .toList(),
                next);
    }
}
