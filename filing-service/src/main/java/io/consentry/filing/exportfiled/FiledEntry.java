package io.consentry.filing.exportfiled;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A filing that became final, or was retracted, at its place in the practice's feed. */
@Entity
@Table(name = "filed_feed")
class FiledEntry {

    static final String FILED = "filed";
    static final String RETRACTED = "retracted";

    @EmbeddedId
    Id id;

    @Column(name = "item_id")
    String itemId;

    @Column(name = "what")
    String what;

    @Column(name = "filed_at")
    Instant filedAt;

    @Column(name = "with_changes")
    boolean withChanges;

    /** For Hibernate. */
    FiledEntry() {}

    /** Whose, and which. */
    @Embeddable
    record Id(
            @Column(name = "practice") String practice,
            @Column(name = "position") long position) implements Serializable {}
}
