package io.consentry.gateway.console.moveswitch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a move of the switch was refused, in words, with what to do. */
record MoveRefused(String problem, String text) {

    private static final Map<String, String> WORDS = Map.of(
            "stale-version",
            "Not changed: somebody moved a switch after you opened this page. This is how it stands now.",
            "only-the-practice-decides",
            "Not changed: only somebody who holds a mandate of this practice decides. Your attempt was recorded.",
            "time-not-understood",
            "Not changed: say from when it should hold, as a date and a time.",
            "effective-in-the-past",
            "Not changed: a decision cannot begin in the past.");

    private static final String OTHERWISE = "Not changed: the suite refused it.";

    /** The refusal that an address names; none where it names none. */
    static @Nullable MoveRefused named(@Nullable String problem) {
        return problem == null || !problem.matches("[a-z-]{1,64}")
                ? null
                : new MoveRefused(problem, WORDS.getOrDefault(problem, OTHERWISE));
    }
}
