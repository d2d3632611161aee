package io.consentry.feed.follow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchSizeTest {

    private final BatchSize size = new BatchSize();

    @BeforeEach
    void begin() {
        size.beginWithOne();
    }

    @Test
    void doubles_upToItsLimit() {
        assertThat(size.now()).isEqualTo(1);
        work(7);
        assertThat(size.now()).isEqualTo(128);
        work(30);
        assertThat(size.now()).isEqualTo(200);
    }

    @Test
    void doesNotGrowBackToWhatFailed_untilTwentyWereTaken() {
        work(6);
        size.failed();
        assertThat(size.now()).isEqualTo(32);
        work(19);
        assertThat(size.now()).isEqualTo(32);
        work(1);
        assertThat(size.now()).as("more is tried").isEqualTo(64);
        size.failed();
        work(19);
        assertThat(size.now()).isEqualTo(32);
    }

    @Test
    void growsBackAtOnce_whereEvenOneFailed() {
        work(6);
        for (int failure = 0; failure < 10; failure++) {
            size.failed();
            assertThat(size.now()).isPositive();
        }
        work(8);
        assertThat(size.now()).isEqualTo(200);
    }

    private void work(int times) {
        for (int time = 0; time < times; time++) {
            size.worked();
        }
    }
}
