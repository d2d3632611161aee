package io.consentry.filing.showitem;

import io.consentry.filing.item.Actor;
import io.consentry.filing.item.ItemEvent;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code item_history} in the making. Written again it changes nothing: an event never changes. */
final class HistoryRow {

    private static final String INSERT = """
            insert into item_history (item_id, version, practice, what, at, actor_id, actor_name, actor_role, reason,
                note_id, excluded, acknowledged, other_item, assignee, patient_visible, recall_id,
                entries)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (item_id, version) do nothing""";

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

    void write(Connection transaction) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            insert.setString(1, event.itemId());
            insert.setLong(2, version);
            insert.setString(3, event.practice());
            insert.setString(4, what);
            insert.setObject(5, at.atOffset(ZoneOffset.UTC));
            insert.setString(6, actor == null ? null : actor.id());
            insert.setString(7, actor == null ? null : actor.name());
            insert.setString(8, actor == null ? null : actor.role());
            insert.setString(9, reason);
            insert.setString(10, noteId);
            insert.setArray(11, numbers(transaction, excluded));
            insert.setArray(12, numbers(transaction, acknowledged));
            insert.setString(13, otherItem);
            insert.setString(14, assignee);
            insert.setObject(15, patientVisible);
            insert.setString(16, recallId);
            insert.setArray(17, numbers(transaction, entries));
            insert.executeUpdate();
        }
    }

    private static @Nullable Array numbers(Connection transaction, @Nullable List<Integer> numbers)
            throws SQLException {
        return numbers == null ? null : transaction.createArrayOf("integer", numbers.toArray());
    }
}
