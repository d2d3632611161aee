package io.consentry.filing.item;

import java.util.Collection;
import java.util.List;

/** Entries and flags are named by their number, from 1 to as many as the item has. */
final class OnlyPartsOfTheItemAreNamed {

    private OnlyPartsOfTheItemAreNamed() {}

    static void check(Collection<Integer> named, int parts) {
        List<Integer> strangers =
                named.stream().filter(number -> number < 1 || number > parts).toList();
        if (!strangers.isEmpty()) {
            throw new ActRefused(new Refusal.NoSuchPart(strangers));
        }
    }
}
