package io.consentry.bench.callservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.bench.callservice.ClosedLoop.Client;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenModelTest {

    private record Slow(long millis) implements Client {

        @Override
        public void ask() throws InterruptedException {
            Thread.sleep(millis);
        }

        @Override
        public void close() {}
    }

    @Test
    void latency_countsTheTimeInTheQueue_whenTheServiceIsTooSlowForTheRate() throws Exception {
        // 100 a second arrive, and one client answers 50: after a second the last has waited about as long.
        double p99 = OpenModel.p99Millis(100, Duration.ofSeconds(1), 1, number -> new Slow(20));

        assertThat(p99).isGreaterThan(500);
    }

    @Test
    void closedLoop_countsWhatWasAnswered() throws Exception {
        double perSecond = ClosedLoop.perSecond(2, Duration.ofMillis(400), number -> new Slow(20));

        assertThat(perSecond).isBetween(10.0, 110.0);
    }
}
