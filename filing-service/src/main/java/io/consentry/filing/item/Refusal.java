package io.consentry.filing.item;

import java.util.List;

/** Why an act on an item is refused. */
public sealed interface Refusal {

    /** The item belongs to another practice, which is nobody else's business. */
    record NotThisPracticesItem() implements Refusal {}

    /** The person saw an older version. */
    record StaleVersion(long currentVersion) implements Refusal {}

    /** Somebody decided about the item before. */
    record AlreadyDecided(ItemStatus status) implements Refusal {}

    /** Nobody has decided, the time is over, or somebody outside has heard of it. */
    record CannotBeUndone() implements Refusal {}

    /** Nothing is filed, or the filing can still be undone. */
    record CannotBeRetracted() implements Refusal {}

    /** The recall did not find this item. */
    record NotRecalled() implements Refusal {}

    /** The content was erased, or cannot be opened. */
    record NothingToRead() implements Refusal {}

    /** The item has no entry or flag with one of these numbers. */
    record NoSuchPart(List<Integer> numbers) implements Refusal {}

    /** These flags must be acknowledged first. */
    record FlagsNotAcknowledged(List<Integer> flags) implements Refusal {}

    /** Every entry would be left out. */
    record NothingToFile() implements Refusal {}
}
