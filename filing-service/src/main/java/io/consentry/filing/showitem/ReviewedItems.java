package io.consentry.filing.showitem;

import io.consentry.database.TenantTransactions;
import io.consentry.filing.askconsent.Consent;
import io.consentry.filing.askconsent.OptOuts;
import io.consentry.filing.keepcontent.ContentVault;
import io.consentry.filing.keepcontent.SealedPart;
import io.consentry.filing.showworklist.WorklistItem;
import io.consentry.filing.threads.OffTheEventLoop;
import io.consentry.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads one item as its practice, under row-level security, and opens its content. */
@Singleton
public class ReviewedItems {

    private final TenantTransactions transactions;
    private final ContentVault vault;
    private final Consent consent;

    ReviewedItems(TenantTransactions transactions, ContentVault vault, Consent consent) {
        this.transactions = transactions;
        this.vault = vault;
        this.consent = consent;
    }

    /** The item; 404 where this practice has none with this id. */
    public Uni<ReviewedItem> find(String practice, String itemId) {
        return transactions.as(practice, session -> rows(session, itemId)).chain(rows -> optOuts(rows.item())
                .chain(optOuts -> OffTheEventLoop.call(
                        () -> open(rows, optOuts.of(rows.item().service())))));
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

    private Uni<OptOuts> optOuts(WorklistItem item) {
        return consent.lately(item.practice(), item.isPending() ? List.of(item.service()) : List.of());
    }

    private ReviewedItem open(Rows rows, @Nullable Boolean optedOutSince) {
        return new ReviewedItem(
                rows.item(),
                vault.openConsultation(rows.parts()).orElse(null),
                rows.history(),
                vault.openNotes(rows.parts()),
                optedOutSince);
    }

    private record Rows(WorklistItem item, List<SealedPart> parts, List<HistoryEntry> history) {}
}
