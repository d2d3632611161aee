package io.consentry.filing.showitem;

import io.consentry.database.GatheredQuestion;
import io.consentry.database.TenantQuestion;
import io.consentry.database.TenantReads;
import io.consentry.filing.askconsent.Consent;
import io.consentry.filing.keepcontent.ContentVault;
import io.consentry.filing.keepcontent.Part;
import io.consentry.filing.keepcontent.SealedPart;
import io.consentry.filing.settle.SettingsInForce;
import io.consentry.filing.showworklist.WorklistItem;
import io.consentry.filing.threads.OffTheEventLoop;
import io.consentry.gather.OnTheWay;
import io.consentry.web.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one item as its practice, under row-level security, and opens its content. */
@Singleton
public class ReviewedItems {

    private static final TenantQuestion.AboutOne ROW = TenantQuestion.aboutOne(
            "select " + WorklistItem.COLUMNS
                    + " from worklist_item w where w.practice = tenant.ods and w.item_id = asked.id",
            "");

    private static final TenantQuestion.AboutOne WITH_HISTORY = TenantQuestion.aboutOne(
            "select " + WorklistItem.COLUMNS + ", " + HistoryEntry.COLUMNS + " from worklist_item w"
                    + " left join item_history h on h.practice = tenant.ods and h.item_id = asked.id"
                    + " where w.practice = tenant.ods and w.item_id = asked.id",
            "");

    private static final int CONSULTATION = WorklistItem.WIDTH;
    private static final int SETTINGS = CONSULTATION + 3;

    private static final TenantQuestion.AboutOne TO_ACT_ON = TenantQuestion.aboutOne(
            "select " + WorklistItem.COLUMNS + ", c.part, c.key_id, c.sealed, " + SettingsInForce.COLUMNS
                    + " from worklist_item w"
                    + " left join item_content c on c.practice = tenant.ods and c.item_id = asked.id"
                    + " and c.part = '" + Part.CONSULTATION + "'"
                    + " left join practice_settings s on s.practice = tenant.ods"
                    + " where w.practice = tenant.ods and w.item_id = asked.id",
            "");

    private final GatheredQuestion row;
    private final GatheredQuestion toActOn;
    private final GatheredQuestion withHistory;
    private final GatheredQuestion told;
    private final GatheredQuestion notes;
    private final ContentVault vault;
    private final Consent consent;
    private final SettingsInForce settings;

    ReviewedItems(TenantReads reads, ContentVault vault, Consent consent, SettingsInForce settings) {
        this.row = reads.gathered(ROW);
        this.toActOn = reads.gathered(TO_ACT_ON);
        this.withHistory = reads.gathered(WITH_HISTORY);
        this.told = reads.gathered(parts("c.part <> 'summary'"));
        this.notes = reads.gathered(parts("c.part like 'note-%'"));
        this.vault = vault;
        this.consent = consent;
        this.settings = settings;
    }

    /** The item as a person is shown it; 404 where this practice has none with this id. */
    public Uni<ReviewedItem> find(String practice, String itemId) {
        return withHistory(practice, itemId).chain(this::marked);
    }

    /** The same, but nobody is asked whether the practice has opted out since. */
    public Uni<ReviewedItem> withHistory(String practice, String itemId) {
        return Uni.combine()
                .all()
                .unis(rowWithHistory(practice, itemId), parts(told, practice, itemId))
                .asTuple()
                .chain(read -> OffTheEventLoop.call(() -> new ReviewedItem(
                        read.getItem1().item(),
                        vault.openConsultation(read.getItem2()),
                        read.getItem1().history(),
                        vault.openNotes(read.getItem2()),
                        null)));
    }

    /**
     * The item for an act and what its practice has settled, by one question: without its history and notes, which no act
     * rests on, and without asking about an opt-out since, which stands in the way of none. 404 where this practice has none
     * with this id.
     *
     * @param acting where those are counted whose item is found and being opened
     */
    public Uni<ItemToActOn> toActOn(String practice, String itemId, OnTheWay acting) {
        return ask(toActOn, practice, itemId).map(ReviewedItems::first).chain(found -> acting.during(
                        opened(WorklistItem.of(found), consultation(found, practice, itemId)))
                .map(item -> new ItemToActOn(item, settings.read(found, SETTINGS))));
    }

    /** Where nothing has to be waited for, here and now: a thread more would cost as much again. */
    private Uni<ReviewedItem> opened(WorklistItem item, Optional<SealedPart> consultation) {
        return consultation.stream().allMatch(vault::opensAtOnce)
                ? Uni.createFrom().item(() -> withConsultation(item, consultation))
                : OffTheEventLoop.call(() -> withConsultation(item, consultation));
    }

    private ReviewedItem withConsultation(WorklistItem item, Optional<SealedPart> consultation) {
        return new ReviewedItem(
                item, vault.openConsultation(consultation.stream().toList()), List.of(), Map.of(), null);
    }

    /** The same item as it is now. What the pharmacy told never changes, so it is not opened again. */
    public Uni<ReviewedItem> again(ReviewedItem before) {
        WorklistItem seen = before.item();
        return rowWithHistory(seen.practice(), seen.itemId())
                .chain(now -> writtenBeside(now).map(written -> before.as(now.item(), now.history(), written)))
                .chain(this::marked);
    }

    /** The item as the worklist has it, content unopened; 404 where this practice has none with this id. */
    public Uni<WorklistItem> findRow(String practice, String itemId) {
        return ask(row, practice, itemId).map(rows -> WorklistItem.of(first(rows)));
    }

    private static TenantQuestion.AboutOne parts(String which) {
        return TenantQuestion.aboutOne(
                "select c.part, c.key_id, c.sealed from item_content c where c.practice = tenant.ods"
                        + " and c.item_id = asked.id and " + which,
                "");
    }

    private Uni<RowWithHistory> rowWithHistory(String practice, String itemId) {
        return ask(withHistory, practice, itemId).map(RowWithHistory::of);
    }

    private static Uni<List<SealedPart>> parts(GatheredQuestion which, String practice, String itemId) {
        return ask(which, practice, itemId)
                .map(rows ->
                        rows.stream().map(row -> part(row, 0, practice, itemId)).toList());
    }

    /** No database takes a zero byte, and no item has an id with one. */
    private static Uni<List<Row>> ask(GatheredQuestion which, String practice, String itemId) {
        return itemId.indexOf('\0') < 0
                ? which.ask(practice, itemId)
                : Uni.createFrom().failure(notThere());
    }

    private static Optional<SealedPart> consultation(Row row, String practice, String itemId) {
        return row.getValue(CONSULTATION) == null
                ? Optional.empty()
                : Optional.of(part(row, CONSULTATION, practice, itemId));
    }

    /** Notes by their ids. Most items have none. */
    private Uni<Map<String, String>> writtenBeside(RowWithHistory now) {
        if (now.history().stream().allMatch(entry -> entry.noteId == null)) {
            return Uni.createFrom().item(Map.of());
        }
        return parts(notes, now.item().practice(), now.item().itemId())
                .chain(written -> OffTheEventLoop.call(() -> vault.openNotes(written)));
    }

    private static Row first(List<Row> rows) {
        if (rows.isEmpty()) {
            throw notThere();
        }
        return rows.get(0);
    }

    private static HttpProblem notThere() {
        return ProblemType.NOT_FOUND.because("There is no such practice or item for you.");
    }

    /** @param from the first of the three columns that a part is read from */
    private static SealedPart part(Row row, int from, String practice, String itemId) {
        return SealedPart.of(
                itemId,
                row.getString(from),
                practice,
                row.getLong(from + 1),
                row.getBuffer(from + 2).getBytes());
    }

    private Uni<ReviewedItem> marked(ReviewedItem item) {
        String service = item.item().service();
        return consent.lately(item.item().practice(), item.item().isPending() ? List.of(service) : List.of())
                .map(optOuts -> item.marked(optOuts.of(service)));
    }

    /** An item as the worklist has it, and what happened to it, in order. */
    private record RowWithHistory(WorklistItem item, List<HistoryEntry> history) {

        /** Each row has the item, and one entry where there is any. */
        static RowWithHistory of(List<Row> rows) {
            return new RowWithHistory(
                    WorklistItem.of(first(rows)),
                    rows.stream()
                            .filter(row -> row.getValue(WorklistItem.WIDTH) != null)
                            .map(row -> HistoryEntry.of(row, WorklistItem.WIDTH))
                            .sorted(Comparator.comparingLong(entry -> entry.id.version()))
                            .toList());
        }
    }
}
