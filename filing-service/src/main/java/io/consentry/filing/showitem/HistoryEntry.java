package io.consentry.filing.showitem;

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

    /** Which event of which item. */
    @Embeddable
    record Id(
            @Column(name = "item_id") String itemId,
            @Column(name = "version") long version) implements Serializable {}
}
