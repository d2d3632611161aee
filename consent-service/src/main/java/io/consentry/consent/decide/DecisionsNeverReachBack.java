package io.consentry.consent.decide;

import io.consentry.consent.recordattempt.RecordedRefusal;
import io.consentry.web.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Rule: a decision takes effect when it is recorded, or later, and within ten years. What was in force at a past time
 * never changes.
 *
 * <p>Times are whole milliseconds, the finest in which streams are read back.
 */
public final class DecisionsNeverReachBack {

    private static final Duration FURTHEST = Duration.ofDays(3653);

    private DecisionsNeverReachBack() {}

    static void check(Instant effectiveFrom, Instant now) {
        if (!effectiveFrom.isAfter(now)) {
            throw new RecordedRefusal(
                    "retroactive",
                    ProblemType.EFFECTIVE_IN_THE_PAST.because("effectiveFrom must be after " + now
                            + ". Leave it out for a decision that takes effect at once. This attempt was recorded."));
        }
        if (effectiveFrom.isAfter(now.plus(FURTHEST))) {
            throw ProblemType.INVALID_DECISION.because("effectiveFrom must be within ten years.");
        }
    }

    /** The first whole millisecond that is not before the time. */
    public static @Nullable Instant wholeMilliseconds(@Nullable Instant time) {
        if (time == null) {
            return null;
        }
        Instant cut = time.truncatedTo(ChronoUnit.MILLIS);
        return cut.equals(time) || cut.equals(Instant.MAX.truncatedTo(ChronoUnit.MILLIS)) ? cut : cut.plusMillis(1);
    }
}
