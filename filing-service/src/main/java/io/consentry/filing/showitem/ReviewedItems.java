package io.consentry.filing.showitem;

import io.consentry.database.TenantTransactions;
import io.consentry.filing.keepcontent.ContentVault;
import io.consentry.filing.keepcontent.SealedPart;
import io.consentry.filing.showworklist.WorklistItem;
import io.consentry.filing.threads.OffTheEventLoop;
import io.consentry.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads one item as its practice, under row-level security, and opens its content. */
@Singleton
public class ReviewedItems {

    private final TenantTransactions transactions;
    private final ContentVault vault;

    ReviewedItems(TenantTransactions transactions, ContentVault vault) {
        this.transactions = transactions;
        this.vault = vault;
    }

    /** The item; 404 where this practice has none with this id. */
    public Uni<ReviewedItem> find(String practice, String itemId) {
        return transactions
                .as(practice, session -> rows(session, itemId))
                .chain(rows -> OffTheEventLoop.call(() -> open(rows)));
    }

    /** The item as the worklist has it, content unopened; 404 where this practice has none with this id. */
    public Uni<WorklistItem> findRow(String practice, String itemId) {
        return transactions.as(practice, session -> row(session, itemId));
    }

    private static Uni<Rows> rows(Mutiny.StatelessSession session, String itemId) {
        return row(session, itemId).chain(item -> parts(session, itemId)
                .chain(parts -> history(session, itemId).map(history -> new Rows(item, parts, history))));
    }

    private static Uni<WorklistItem> row(Mutiny.StatelessSession session, String itemId) {
        return session.createSelectionQuery("from WorklistItem where itemId = :id", WorklistItem.class)
                .setParameter("id", itemId)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemType.NOT_FOUND.because("There is no such practice or item for you."));
    }

    private static Uni<List<SealedPart>> parts(Mutiny.StatelessSession session, String itemId) {
        return session.createSelectionQuery("from SealedPart where id.itemId = :id", SealedPart.class)
                .setParameter("id", itemId)
                .getResultList();
    }

    private static Uni<List<HistoryEntry>> history(Mutiny.StatelessSession session, String itemId) {
        return session.createSelectionQuery(
                        "from HistoryEntry where id.itemId = :id order by id.version", HistoryEntry.class)
                .setParameter("id", itemId)
                .getResultList();
    }

    private ReviewedItem open(Rows rows) {
        return new ReviewedItem(
                rows.item(),
                vault.openConsultation(rows.parts()).orElse(null),
                rows.history(),
                vault.openNotes(rows.parts()));
    }

    private record Rows(WorklistItem item, List<SealedPart> parts, List<HistoryEntry> history) {}
}
