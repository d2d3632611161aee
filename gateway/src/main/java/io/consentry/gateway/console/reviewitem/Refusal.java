package io.consentry.gateway.console.reviewitem;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why an act upon an item was refused, in words, with what to do.
 *
 * @param problem the last part of the problem's type
 */
record Refusal(String problem, String text) {

    private static final Map<String, String> WORDS = Map.of(
            "flags-not-acknowledged",
            "Not filed yet: read the warnings below, tick those that you have seen, and file then.",
            "stale-version",
            "Not done: somebody changed this item after you opened it. This is how it stands now.");

    private static final String OTHERWISE = "Not done: this cannot be done to the item as it stands now.";

    /** The refusal that an address names; none where it names none. */
    static @Nullable Refusal named(@Nullable String problem) {
        return problem == null || !problem.matches("[a-z-]{1,64}")
                ? null
                : new Refusal(problem, WORDS.getOrDefault(problem, OTHERWISE));
    }
}
