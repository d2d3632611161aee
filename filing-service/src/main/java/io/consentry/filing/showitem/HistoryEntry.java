package io.consentry.filing.showitem;

import io.vertx.mutiny.sqlclient.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that happened to an item. Written by {@link HistoryProjector} alone. */
@Entity
@Table(name = "item_history")
class HistoryEntry {

    /** What {@link #of} reads of {@code item_history h}. */
    static final String COLUMNS =
            "h.item_id, h.version, h.practice, h.what, h.at, h.actor_id, h.actor_name, h.actor_role, h.reason,"
                    + " h.note_id, h.excluded, h.acknowledged, h.other_item, h.assignee, h.patient_visible, h.recall_id,"
                    + " h.entries";

    @EmbeddedId
    Id id;

    @Column(name = "practice")
    String practice;

    @Column(name = "what")
    String what;

    @Column(name = "at")
    Instant at;

    @Nullable @Column(name = "actor_id")
    String actorId;

    @Nullable @Column(name = "actor_name")
    String actorName;

    @Nullable @Column(name = "actor_role")
    String actorRole;

    @Nullable @Column(name = "reason")
    String reason;

    @Nullable @Column(name = "note_id")
    String noteId;

    @Nullable @Column(name = "excluded")
    Integer[] excluded;

    @Nullable @Column(name = "acknowledged")
    Integer[] acknowledged;

    @Nullable @Column(name = "other_item")
    String otherItem;

    @Nullable @Column(name = "assignee")
    String assignee;

    @Nullable @Column(name = "patient_visible")
    Boolean patientVisible;

    @Nullable @Column(name = "recall_id")
    String recallId;

    @Nullable @Column(name = "entries")
    Integer[] entries;

    /** For Hibernate. */
    HistoryEntry() {}

    /**
     * An entry as a row has it.
     *
     * @param first the place of the first of {@link #COLUMNS}
     */
    static HistoryEntry of(Row row, int first) {
        HistoryEntry entry = new HistoryEntry();
        entry.id = new Id(row.getString(first), row.getLong(first + 1));
        entry.practice = row.getString(first + 2);
        entry.what = row.getString(first + 3);
        entry.at = row.getOffsetDateTime(first + 4).toInstant();
        entry.actorId = row.getString(first + 5);
        entry.actorName = row.getString(first + 6);
        entry.actorRole = row.getString(first + 7);
        entry.reason = row.getString(first + 8);
        entry.noteId = row.getString(first + 9);
        entry.excluded = row.getArrayOfIntegers(first + 10);
        entry.acknowledged = row.getArrayOfIntegers(first + 11);
        entry.otherItem = row.getString(first + 12);
        entry.assignee = row.getString(first + 13);
        entry.patientVisible = row.getBoolean(first + 14);
        entry.recallId = row.getString(first + 15);
        entry.entries = row.getArrayOfIntegers(first + 16);
        return entry;
    }

    /** Which event of which item. */
    @Embeddable
    record Id(
            @Column(name = "item_id") String itemId,
            @Column(name = "version") long version) implements Serializable {}
}
