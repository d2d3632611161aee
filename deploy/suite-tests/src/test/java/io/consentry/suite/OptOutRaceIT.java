package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.local.callsuite.Answer;
import io.consentry.local.playdemo.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A practice opts out and in while pharmacies send, through real processes: an acknowledged opt-out is never overlooked. */
@ExtendWith(SharedSuite.class)
class OptOutRaceIT {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);
    /** Enough that questions about their messages are asked together. */
    private static final int SENDERS = 8;

    private final AtomicLong acknowledgedOptOut = new AtomicLong();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void message_isNeverTakenOnADecision_beforeAnOptOutThatWasAcknowledgedWhenItCame(SharedSuite.Running suite)
            throws Exception {
        TestPractice practice = new TestPractice(suite).optIn();
        long end = System.nanoTime() + LONG_ENOUGH.toNanos();
        ExecutorService pool = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<?>> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                senders.add(pool.submit(() -> {
                    while (System.nanoTime() < end) {
                        send(practice);
                    }
                    return null;
                }));
            }
            while (System.nanoTime() < end) {
                acknowledgedOptOut.set(move(practice, "opted-out"));
                Thread.sleep(20);
                move(practice, "opted-in");
                Thread.sleep(20);
            }
            for (Future<?> sender : senders) {
                sender.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(taken.get()).isPositive();
        assertThat(refused.get()).isPositive();
    }

    private static long move(TestPractice practice, String decision) throws Exception {
        Answer answer = practice.decide("", decision);
        assertThat(answer.status()).as(answer.summary()).isEqualTo(200);
        return answer.json().at("/master/position").asLong();
    }

    private void send(TestPractice practice) throws Exception {
        long acknowledged = acknowledgedOptOut.get();
        Answer answer = practice.send(Sample.PHARMACY_FIRST.written());
        if (answer.status() == 409) {
            assertThat(answer.problem()).isEqualTo("practice-opted-out");
            refused.incrementAndGet();
            return;
        }
        assertThat(answer.status()).as(answer.summary()).isEqualTo(202);
        assertThat(answer.text("/status")).isEqualTo("pending");
        assertThat(answer.json().at("/decision/position").asLong()).isGreaterThan(acknowledged);
        taken.incrementAndGet();
    }
}
