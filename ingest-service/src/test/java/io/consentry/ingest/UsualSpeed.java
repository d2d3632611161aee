package io.consentry.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long a good message takes here while nobody disturbs, for comparing the next good one after a disturbance with it.
 * The slowest of several counts, three times: machines that do other work as well are slow now and then.
 */
public final class UsualSpeed {

    private static final int MESSAGES = 20;
    private static final int NOTICEABLE = 3;
    private static final int CHANCES = 3;
    /** Below this nobody waits. */
    private static final Duration AT_ONCE = Duration.ofMillis(150);
    /** Beyond this something waits for something, whatever else the machine does. */
    private static final Duration STUCK = Duration.ofSeconds(3);

    private final String practice;
    private final Duration slowest;

    private UsualSpeed(String practice, Duration slowest) {
        this.practice = practice;
        this.slowest = slowest;
    }

    /** Sends some good messages to a practice that is in, as many before as are measured: the first ever load classes. */
    public static UsualSpeed of(String practice) {
        Duration slowest = Stream.generate(() -> timeOfOne(practice))
                .skip(MESSAGES)
                .limit(MESSAGES)
                .max(Duration::compareTo)
                .orElseThrow();
        return new UsualSpeed(practice, slowest);
    }

    /**
     * Sends one more, which is accepted and takes no longer than it did before. One that was slow is followed by another,
     * twice at most: what is left of a disturbance slows them too, what else the machine was busy with does not. None is stuck.
     */
    public void isThatOfTheNextMessage() {
        Duration bound = slowest.multipliedBy(NOTICEABLE);
        Duration allowed = bound.compareTo(AT_ONCE) > 0 ? bound : AT_ONCE;
        List<Duration> next = new ArrayList<>();
        do {
            next.add(timeOfOne(practice));
        } while (next.get(next.size() - 1).compareTo(allowed) >= 0 && next.size() < CHANCES);
        assertThat(next.get(next.size() - 1))
                .as(
                        "the last of the next good messages %s, when the slowest of %d before took %s",
                        next, MESSAGES, slowest)
                .isLessThan(allowed);
        assertThat(next).allMatch(each -> each.compareTo(STUCK) < 0 || each.compareTo(allowed) < 0);
    }

    private static Duration timeOfOne(String practice) {
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);
        long start = System.nanoTime();
        Sending.xml(practice, message).statusCode(202);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
