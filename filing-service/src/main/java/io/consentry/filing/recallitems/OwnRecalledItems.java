package io.consentry.filing.recallitems;

import io.consentry.database.TenantTransactions;
import io.consentry.filing.keepcontent.ContentVault;
import io.consentry.filing.keepcontent.Part;
import io.consentry.filing.keepcontent.SealedPart;
import io.consentry.filing.showworklist.WorklistItem;
import io.consentry.filing.threads.OffTheEventLoop;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What recalls found at one practice, under row-level security. */
@Singleton
class OwnRecalledItems {

    private static final String COUNTS = "select recall_id, found, pending, needs_review, confirmed"
            + " from recall_at_practice where practice = ?1";

    private static final String ITEMS = """
            select r, w, c from RecalledItem r join WorklistItem w on w.itemId = r.id.itemId
            left join SealedPart c on c.id.itemId = r.id.itemId and c.id.part = :part
            where r.practice = :practice and r.id.recallId = :recall and r.id.itemId > :after order by r.id.itemId""";

    private final TenantTransactions transactions;
    private final ContentVault vault;

    OwnRecalledItems(TenantTransactions transactions, ContentVault vault) {
        this.transactions = transactions;
        this.vault = vault;
    }

    /** How each recall that concerns the practice stands there, by the recall's id. */
    Uni<Map<String, RecallPage.AtPractice>> counts(String practice) {
        return transactions
                .as(practice, session -> session.createNativeQuery(COUNTS, Object[].class)
                        .setParameter(1, practice)
                        .getResultList())
                .map(rows ->
                        rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> counts(practice, row))));
    }

    /** The practice's items that the recall found, in the order of ids. */
    Uni<RecalledItemsPage> items(String practice, String recallId, @Nullable String after, int limit) {
        return transactions
                .as(practice, session -> rows(session, practice, recallId, after == null ? "" : after, limit + 1))
                .chain(rows -> OffTheEventLoop.call(() -> page(rows, limit)));
    }

    private static Uni<List<Object[]>> rows(
            Mutiny.StatelessSession session, String practice, String recallId, String after, int limit) {
        return session.createSelectionQuery(ITEMS, Object[].class)
                .setParameter("part", Part.CONSULTATION)
                .setParameter("practice", practice)
                .setParameter("recall", recallId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    private RecalledItemsPage page(List<Object[]> rows, int limit) {
        List<RecalledItemsPage.Found> found = rows.stream()
                .limit(limit)
                .map(row -> RecalledItemsPage.Found.of(
                        (RecalledItem) row[0],
                        (WorklistItem) row[1],
                        Optional.ofNullable((SealedPart) row[2])
                                .map(part ->
                                        vault.openConsultation(List.of(part)).content())
                                .orElse(null)))
                .toList();
        return new RecalledItemsPage(
                found, rows.size() > limit ? found.get(limit - 1).id() : null);
    }

    private static RecallPage.AtPractice counts(String practice, Object[] row) {
        return new RecallPage.AtPractice(practice, number(row[1]), number(row[2]), number(row[3]), number(row[4]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
