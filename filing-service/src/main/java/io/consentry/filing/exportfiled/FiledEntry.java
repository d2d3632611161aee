package io.consentry.filing.exportfiled;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A filing that became final, at its place in the practice's feed. */
@Entity
@Table(name = "filed_feed")
class FiledEntry {

    @EmbeddedId
    Id id;

    @Column(name = "item_id")
    String itemId;

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
