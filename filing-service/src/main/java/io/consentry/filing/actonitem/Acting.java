package io.consentry.filing.actonitem;

import io.consentry.filing.item.Actor;
import io.consentry.filing.settle.Settings;
import io.consentry.filing.showitem.ReviewedItem;
import java.time.Instant;

/**
 * Somebody about to act: everything that their command is made from, beside what they ask for.
 *
 * @param seen what they saw
 * @param item as it is now
 * @param settings of their practice
 */
public record Acting(SeenItem seen, ReviewedItem item, Settings settings, Actor by, Instant at) {

    public String itemId() {
        return seen.itemId();
    }

    public String practice() {
        return seen.practice();
    }

    public long version() {
        return seen.version();
    }
}
