package io.consentry.filing.keepcontent;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/**
 * Which part of which item.
 *
 * @param part see {@link Part}
 */
@Embeddable
public record PartId(
        @Column(name = "item_id") String itemId,
        @Column(name = "part") String part) implements Serializable {}
