package io.consentry.gather;

import java.time.Duration;

/** How fast something has come of late. For one thread. */
final class Pace {

    /** How many of the last ones tell. */
    private static final int RECENT = 16;

    private long last;
    private long usuallyBetween = Duration.ofSeconds(1).toNanos();

    Pace(long now) {
        this.last = now;
    }

    /** One more came now, in nanoseconds of a clock that only runs forward. */
    void came(long now) {
        usuallyBetween += (now - last - usuallyBetween) / RECENT;
        last = now;
    }

    /** How many are likely to come within a time. */
    long expectedWithin(Duration time) {
        return time.toNanos() / Math.max(1, usuallyBetween);
    }
}
