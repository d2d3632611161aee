package io.consentry.consent.decide;

import io.consentry.web.problem.ProblemType;
import java.time.Instant;

/** Rule: a decision that has taken effect is history; it can be reversed by a new one, and never undone. */
public final class OnlyWhatIsToComeCanBeCancelled {

    private OnlyWhatIsToComeCanBeCancelled() {}

    static void check(Instant effectiveFrom, Instant now) {
        if (!effectiveFrom.isAfter(now)) {
            throw refusal();
        }
    }

    /** For whoever finds out later, when the cancellation itself has been given its time. */
    public static RuntimeException refusal() {
        return ProblemType.ALREADY_IN_EFFECT.because(
                "This decision is in effect already. Decide anew to change it from now on.");
    }
}
