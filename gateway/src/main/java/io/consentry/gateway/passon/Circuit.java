package io.consentry.gateway.passon;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stops asking a service that has failed several times in a row, so that nobody waits for what will not come and the
 * service can recover.
 *
 * <p>After a pause one call is let through to try; its success opens the way for all.
 */
final class Circuit {

    private final Clock clock;
    private final int tolerated;
    private final long pauseMillis;
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private final AtomicLong nextTrial = new AtomicLong();

    /**
     * @param tolerated failures in a row after which nobody is let through
     * @param pause time between two trials
     */
    Circuit(Clock clock, int tolerated, Duration pause) {
        this.clock = clock;
        this.tolerated = tolerated;
        this.pauseMillis = pause.toMillis();
    }

    /** Whether a call may be tried now. */
    boolean admits() {
        if (failuresInARow.get() < tolerated) {
            return true;
        }
        long trial = nextTrial.get();
        long now = clock.millis();
        return now >= trial && nextTrial.compareAndSet(trial, now + pauseMillis);
    }

    void succeeded() {
        failuresInARow.set(0);
    }

    void failed() {
        if (failuresInARow.incrementAndGet() >= tolerated) {
            nextTrial.set(clock.millis() + pauseMillis);
        }
    }
}
