package io.consentry.gateway.passon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final SteppingClock clock = new SteppingClock();
    private final Circuit circuit = new Circuit(clock, 3, PAUSE);

    @Test
    void admitsAll_whileFailuresAreSingle() {
        circuit.failed();
        circuit.failed();
        circuit.succeeded();
        circuit.failed();
        circuit.failed();

        assertThat(circuit.admits()).isTrue();
    }

    @Test
    void admitsNobody_afterSeveralFailuresInARow() {
        failThreeTimes();

        assertThat(circuit.admits()).isFalse();
    }

    @Test
    void admitsOneTrial_afterThePause_andAllAfterItsSuccess() {
        failThreeTimes();
        clock.step(PAUSE);

        assertThat(circuit.admits()).isTrue();
        assertThat(circuit.admits()).isFalse();
        circuit.succeeded();
        assertThat(circuit.admits()).isTrue();
        assertThat(circuit.admits()).isTrue();
    }

    @Test
    void waitsAgain_whenTheTrialFails() {
        failThreeTimes();
        clock.step(PAUSE);
        circuit.admits();
        circuit.failed();

        assertThat(circuit.admits()).isFalse();
        clock.step(PAUSE);
        assertThat(circuit.admits()).isTrue();
    }

    private void failThreeTimes() {
        for (int i = 0; i < 3; i++) {
            circuit.failed();
        }
    }

    private static final class SteppingClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void step(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
