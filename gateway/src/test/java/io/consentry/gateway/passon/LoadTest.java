package io.consentry.gateway.passon;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.gateway.permit.Worth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTest {

    private final Load load = new Load(100);

    @ParameterizedTest
    @CsvSource({"REPLAY, 50", "QUESTION, 65", "WORK, 80", "MESSAGE, 90", "DECISION, 100"})
    void givesUpFirst_whatIsWorthLeast(Worth worth, int most) {
        for (int i = 0; i < most; i++) {
            assertThat(load.join(worth)).isTrue();
        }

        assertThat(load.join(worth)).isFalse();
    }

    @Test
    void findsRoomForADecision_whereAReplayHasNone() {
        for (int i = 0; i < 60; i++) {
            load.join(Worth.DECISION);
        }

        assertThat(load.join(Worth.REPLAY)).isFalse();
        assertThat(load.join(Worth.DECISION)).isTrue();
    }

    @Test
    void findsRoomAgain_whenSomebodyLeaves() {
        for (int i = 0; i < 50; i++) {
            load.join(Worth.REPLAY);
        }
        load.leave();

        assertThat(load.join(Worth.REPLAY)).isTrue();
        assertThat(load.join(Worth.REPLAY)).isFalse();
    }
}
