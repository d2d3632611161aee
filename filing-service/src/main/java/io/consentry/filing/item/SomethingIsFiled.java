package io.consentry.filing.item;

import java.util.Collection;

/** Whoever leaves everything out files nothing, and the sender would hear "filed": that is a rejection. */
final class SomethingIsFiled {

    private SomethingIsFiled() {}

    static void check(Collection<Integer> excluded, int entries) {
        if (excluded.size() >= entries) {
            throw new ActRefused(new Refusal.NothingToFile());
        }
    }
}
