package io.consentry.filing.item;

import java.util.Collection;
import java.util.List;

/** Nobody files past a warning that presses without having said that they saw it. */
final class EveryPressingFlagIsAcknowledged {

    private EveryPressingFlagIsAcknowledged() {}

    static void check(Collection<Integer> pressing, Collection<Integer> acknowledged) {
        List<Integer> missing =
                pressing.stream().filter(flag -> !acknowledged.contains(flag)).toList();
        if (!missing.isEmpty()) {
            throw new ActRefused(new Refusal.FlagsNotAcknowledged(missing));
        }
    }
}
