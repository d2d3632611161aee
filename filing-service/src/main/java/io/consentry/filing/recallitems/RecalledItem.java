package io.consentry.filing.recallitems;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An item that a recall found. Written by {@link RecalledItemsProjector} alone. */
@Entity
@Table(name = "recall_item")
class RecalledItem {

    @EmbeddedId
    Id id;

    @Column(name = "practice")
    String practice;

    @Column(name = "entries")
    Integer[] entries;

    @Nullable @Column(name = "outcome")
    String outcome;

    @Nullable @Column(name = "confirmed_name")
    String confirmedName;

    @Nullable @Column(name = "confirmed_at")
    Instant confirmedAt;

    /** For Hibernate. */
    RecalledItem() {}

    /** Which recall, and which item. */
    @Embeddable
    record Id(
            @Column(name = "recall_id") String recallId,
            @Column(name = "item_id") String itemId) implements Serializable {}
}
