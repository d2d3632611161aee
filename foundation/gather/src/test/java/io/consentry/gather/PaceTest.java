package io.consentry.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration A_MOMENT = Duration.ofMillis(16);

    private final Pace pace = new Pace(0);
    private long now;

    private void come(int times, Duration between) {
        for (int i = 0; i < times; i++) {
            now += between.toNanos();
            pace.came(now);
        }
    }

    @Test
    void nobodyIsExpected_beforeAnybodyCame_norAmongFew() {
        assertThat(pace.expectedWithin(A_MOMENT)).isZero();
        come(200, Duration.ofMillis(10));
        assertThat(pace.expectedWithin(A_MOMENT)).isEqualTo(1);
    }

    @Test
    void asManyAreExpected_asCameInThatTimeOfLate() {
        come(200, Duration.ofMillis(2));

        assertThat(pace.expectedWithin(A_MOMENT)).isBetween(7L, 8L);
    }

    @Test
    void nobodyIsExpectedAnyMore_afterOnePause() {
        come(200, Duration.ofMillis(2));
        come(1, Duration.ofSeconds(1));

        assertThat(pace.expectedWithin(A_MOMENT)).isZero();
    }

    @Test
    void ofThoseWhoComeInTheSameMoment_manyAreExpected_butNotWithoutEnd() {
        come(1000, Duration.ZERO);

        assertThat(pace.expectedWithin(A_MOMENT)).isPositive();
    }
}
