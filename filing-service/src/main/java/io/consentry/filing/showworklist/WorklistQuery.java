package io.consentry.filing.showworklist;

import io.consentry.database.TenantReads;
import io.consentry.database.TenantTransactions;
import io.consentry.filing.askconsent.Consent;
import io.consentry.filing.askconsent.OptOuts;
import io.consentry.filing.item.ItemStatus;
import io.consentry.filing.keepcontent.ContentVault;
import io.consentry.filing.threads.OffTheEventLoop;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the worklist as one practice, under row-level security. */
@Singleton
class WorklistQuery {

    private static final String COUNTS = """
        select w.status, count(*), sum(case when w.urgency = 0 then 1 else 0 end),
            sum(case when w.flags > 0 then 1 else 0 end), sum(case when w.assignee is null then 1 else 0 end)
        from WorklistItem w where w.practice = :practice group by w.status\
        """;

    private final TenantReads reads;
    private final TenantTransactions transactions;
    private final ContentVault vault;
    private final Consent consent;

    WorklistQuery(TenantReads reads, TenantTransactions transactions, ContentVault vault, Consent consent) {
        this.reads = reads;
        this.transactions = transactions;
        this.vault = vault;
        this.consent = consent;
    }

    /** One page, and where the next begins. */
    Uni<WorklistPage> page(String practice, WorklistFilter filter, @Nullable PageKey after, int limit) {
        PageStatement statement = new PageStatement(filter, after, limit + 1);
        return reads.as(practice, statement.question(), statement.parameters())
                .map(rows -> rows.stream().map(WorklistLine::of).toList())
                .chain(lines -> opened(practice, lines, limit));
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

    /** These lines as a page that nothing follows. */
    Uni<WorklistPage> opened(String practice, List<WorklistLine> lines) {
        return opened(practice, lines, lines.size());
    }

    private Uni<WorklistPage> opened(String practice, List<WorklistLine> lines, int limit) {
        return consent.lately(practice, servicesOfPending(lines))
                .chain(optOuts -> OffTheEventLoop.call(() -> page(lines, limit, optOuts)));
    }

    private static Set<String> servicesOfPending(List<WorklistLine> lines) {
        return lines.stream()
                .map(WorklistLine::item)
                .filter(WorklistItem::isPending)
                .map(WorklistItem::service)
                .collect(Collectors.toSet());
    }

    private WorklistPage page(List<WorklistLine> lines, int limit, OptOuts optOuts) {
        boolean more = lines.size() > limit;
        List<WorklistLine> shown = more ? lines.subList(0, limit) : lines;
        return new WorklistPage(
                shown.stream().map(line -> row(line, optOuts)).toList(),
                more ? PageKey.of(lines.get(limit - 1).item()).encoded() : null);
    }

    private WorklistRow row(WorklistLine line, OptOuts optOuts) {
        return WorklistRow.of(line.item(), vault.openSummary(line.summary()), optOuts);
    }
}
