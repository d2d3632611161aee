package io.consentry.filing.showitem;

import io.consentry.eventstore.Gathered;
import io.consentry.filing.item.Actor;
import io.consentry.filing.item.ItemEvent;
import io.consentry.filing.writerows.ManyRows;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code item_history} in the making. Written again it changes nothing: an event never changes. */
final class HistoryRow {

    static final ManyRows<HistoryRow> TABLE = ManyRows.<HistoryRow>of("item_history")
            .column("item_id", "text", row -> row.event.itemId())
            .column("version", "bigint", row -> row.version)
            .column("practice", "text", row -> row.event.practice())
            .column("what", "text", row -> row.what)
            .column("at", "timestamptz", row -> row.at)
            .column("actor_id", "text", row -> row.actor == null ? null : row.actor.id())
            .column("actor_name", "text", row -> row.actor == null ? null : row.actor.name())
            .column("actor_role", "text", row -> row.actor == null ? null : row.actor.role())
            .column("reason", "text", row -> row.reason)
            .column("note_id", "text", row -> row.noteId)
            .column("excluded", "integer[]", row -> ManyRows.numbers(row.excluded))
            .column("acknowledged", "integer[]", row -> ManyRows.numbers(row.acknowledged))
            .column("other_item", "text", row -> row.otherItem)
            .column("assignee", "text", row -> row.assignee)
            .column("patient_visible", "boolean", row -> row.patientVisible)
            .column("recall_id", "text", row -> row.recallId)
            .column("entries", "integer[]", row -> ManyRows.numbers(row.entries))
            .onConflict("(item_id, version) do nothing");

    private final ItemEvent event;
    private final long version;
    private final String what;
    private final Instant at;
    private @Nullable Actor actor;
    private @Nullable String reason;
    private @Nullable String noteId;
    private @Nullable List<Integer> excluded;
    private @Nullable List<Integer> acknowledged;
    private @Nullable String otherItem;
    private @Nullable String assignee;
    private @Nullable Boolean patientVisible;
    private @Nullable String recallId;
    private @Nullable List<Integer> entries;

    private HistoryRow(ItemEvent event, long version, String what, Instant at) {
        this.event = event;
        this.version = version;
        this.what = what;
        this.at = at;
    }

    static HistoryRow of(ItemEvent event, long version, String what, Instant at) {
        return new HistoryRow(event, version, what, at);
    }

    HistoryRow by(Actor who) {
        actor = who;
        return this;
    }

    HistoryRow reason(@Nullable String word) {
        reason = word;
        return this;
    }

    HistoryRow note(@Nullable String id) {
        noteId = id;
        return this;
    }

    HistoryRow excluded(List<Integer> entries) {
        excluded = entries;
        return this;
    }

    HistoryRow acknowledged(List<Integer> flags) {
        acknowledged = flags;
        return this;
    }

    HistoryRow otherItem(@Nullable String id) {
        otherItem = id;
        return this;
    }

    HistoryRow assignee(@Nullable String person) {
        assignee = person;
        return this;
    }

    HistoryRow patientVisible(boolean visible) {
        patientVisible = visible;
        return this;
    }

    HistoryRow recall(String id) {
        recallId = id;
        return this;
    }

    HistoryRow entries(List<Integer> found) {
        entries = found;
        return this;
    }

    /** Ends the making of the row. */
    void in(Gathered<HistoryRow> rows) {
        rows.add(this);
    }
}
