package io.consentry.consent.governservices;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rule: nobody can announce a short notice by shortening the period first; a longer period holds at once. */
final class AShorterPeriodWaitsOutTheOldOne {

    private AShorterPeriodWaitsOutTheOldOne() {}

    /** When the new period takes effect; absent: at once. */
    static @Nullable Instant effectOf(Duration period, Duration inForce, Instant now) {
        return period.compareTo(inForce) < 0 ? now.plus(inForce) : null;
    }

    /** When it takes effect once it is recorded: it may have waited for its turn, and the old period runs from then on. */
    static Instant effectOf(Instant decided, Duration old, Instant recordedAt) {
        Instant runOut = recordedAt.plus(old);
        return decided.isBefore(runOut) ? runOut : decided;
    }
}
