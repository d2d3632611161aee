package io.consentry.filing.showitem;

import io.consentry.database.GatheredQuestion;
import io.consentry.database.TenantQuestion;
import io.consentry.database.TenantReads;
import io.consentry.filing.askconsent.Consent;
import io.consentry.filing.askconsent.OptOuts;
import io.consentry.filing.keepcontent.ContentVault;
import io.consentry.filing.keepcontent.SealedPart;
import io.consentry.filing.showworklist.WorklistItem;
import io.consentry.filing.threads.OffTheEventLoop;
import io.consentry.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/** Reads one item as its practice, under row-level security, and opens its content. */
@Singleton
public class ReviewedItems {

    private static final String ITEM = "select " + WorklistItem.COLUMNS;
    private static final String OF_ID = " where w.practice = tenant.ods and w.item_id = asked.id";

    private final GatheredQuestion row;
    private final GatheredQuestion withContent;
    private final GatheredQuestion withNotes;
    private final GatheredQuestion history;
    private final ContentVault vault;
    private final Consent consent;

    ReviewedItems(TenantReads reads, ContentVault vault, Consent consent) {
        this.row = reads.gathered(TenantQuestion.aboutOne(ITEM + " from worklist_item w" + OF_ID, ""));
        this.withContent = reads.gathered(withParts("c.part <> 'summary'"));
        this.withNotes = reads.gathered(withParts("c.part like 'note-%'"));
        this.history = reads.gathered(TenantQuestion.aboutOne(
                "select " + HistoryEntry.COLUMNS
                        + " from item_history h where h.practice = tenant.ods and h.item_id = asked.id",
                "version"));
        this.vault = vault;
        this.consent = consent;
    }

    /** The item; 404 where this practice has none with this id. */
    public Uni<ReviewedItem> find(String practice, String itemId) {
        return rows(practice, itemId, withContent)
                .chain(rows -> optOuts(rows.item()).chain(optOuts -> OffTheEventLoop.call(() -> open(rows, optOuts))));
    }

    /** The same item as it is now. What the pharmacy told never changes, so it is not opened again. */
    public Uni<ReviewedItem> again(ReviewedItem before) {
        WorklistItem seen = before.item();
        return rows(seen.practice(), seen.itemId(), withNotes).chain(rows -> optOuts(rows.item())
                .chain(optOuts -> OffTheEventLoop.call(() -> before.as(
                        rows.item(),
                        rows.history(),
                        vault.openNotes(rows.parts()),
                        optOuts.of(rows.item().service())))));
    }

    /** The item as the worklist has it, content unopened; 404 where this practice has none with this id. */
    public Uni<WorklistItem> findRow(String practice, String itemId) {
        return row.ask(practice, itemId).map(rows -> WorklistItem.of(first(rows)));
    }

    private static TenantQuestion.AboutOne withParts(String which) {
        return TenantQuestion.aboutOne(
                ITEM + ", c.part, c.key_id, c.sealed from worklist_item w"
                        + " left join item_content c on c.item_id = w.item_id and c.practice = w.practice and "
                        + which + OF_ID,
                "");
    }

    private Uni<Rows> rows(String practice, String itemId, GatheredQuestion itemAndParts) {
        return Uni.combine()
                .all()
                .unis(itemAndParts.ask(practice, itemId), history.ask(practice, itemId))
                .with((item, happened) -> new Rows(
                        WorklistItem.of(first(item)),
                        item.stream()
                                .filter(row -> row.getString("part") != null)
                                .map(row -> part(row, practice, itemId))
                                .toList(),
                        happened.stream().map(HistoryEntry::of).toList()));
    }

    private static Row first(List<Row> rows) {
        if (rows.isEmpty()) {
            throw ProblemType.NOT_FOUND.because("There is no such practice or item for you.");
        }
        return rows.get(0);
    }

    private static SealedPart part(Row row, String practice, String itemId) {
        return SealedPart.of(
                itemId,
                Objects.requireNonNull(row.getString("part")),
                practice,
                row.getLong("key_id"),
                row.getBuffer("sealed").getBytes());
    }

    private Uni<OptOuts> optOuts(WorklistItem item) {
        return consent.lately(item.practice(), item.isPending() ? List.of(item.service()) : List.of());
    }

    private ReviewedItem open(Rows rows, OptOuts optOuts) {
        return new ReviewedItem(
                rows.item(),
                vault.openConsultation(rows.parts()).orElse(null),
                rows.history(),
                vault.openNotes(rows.parts()),
                optOuts.of(rows.item().service()));
    }

    private record Rows(WorklistItem item, List<SealedPart> parts, List<HistoryEntry> history) {}
}
