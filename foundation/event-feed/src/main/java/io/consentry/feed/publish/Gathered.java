package io.consentry.feed.publish;

import java.time.Duration;

/**
 * How long announcements gather before they are numbered: the more come, the longer.
 *
 * <p>What a batch costs wherever it goes is shared by all that are in it. Where few come there is next to nothing to share,
 * and they are passed on at once; where many come, waiting a little longer makes the batch much larger. For one thread.
 */
final class Gathered {

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMillis(200);

    private long last;

    Gathered(long now) {
        this.last = now;
    }

    /**
     * As many milliseconds as announcements come a second, but neither less than 50 nor more than 200.
     *
     * @param numbered how many were numbered since the last time
     * @param now in nanoseconds of a clock that only runs forward
     */
    Duration untilTheNext(long numbered, long now) {
        double seconds = Math.max(1, now - last) / 1e9;
        last = now;
        long millis = Math.round(numbered / seconds);
        return Duration.ofMillis(Math.max(SHORTEST.toMillis(), Math.min(millis, LONGEST.toMillis())));
    }
}
