package io.consentry.consent.decide;

import io.consentry.web.problem.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rule: a reason is one word of a list, so that reasons can be counted and nothing is said of a patient. */
public final class ReasonsAreListed {

    private static final List<String> WORDS =
            List.of("clinical-safety", "workload", "governance", "contract", "trial", "other");

    private ReasonsAreListed() {}

    /** The reason, if it is one. */
    public static String check(@Nullable String reason) {
        if (reason == null || !WORDS.contains(reason)) {
            throw ProblemType.INVALID_DECISION.because("reason must be one of " + String.join(", ", WORDS) + ".");
        }
        return reason;
    }
}
