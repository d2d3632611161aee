package io.consentry.web.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    private static final Duration SHORT = Duration.ofMillis(5);

    @Test
    void goesOn_whateverTheWorkThrows() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        CountDownLatch wentOn = new CountDownLatch(1);
        Background background = new Background("test", SHORT, () -> switch (looks.incrementAndGet()) {
            case 1 -> throw new IOException("expected");
            case 2 -> throw new IllegalStateException("not expected");
            case 3 -> throw new StackOverflowError("not even an exception");
            default -> {
                wentOn.countDown();
                yield false;
            }
        });
        background.start();
        try {
            assertThat(wentOn.await(5, TimeUnit.SECONDS)).isTrue();
        } finally {
            background.stop();
        }
    }

    @Test
    void ends_whenItIsStopped_alsoInTheMiddleOfAWait() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Background background = new Background("test", SHORT, () -> {
            waits.countDown();
            try {
                Thread.sleep(60_000);
            } finally {
                ended.countDown();
            }
            return true;
        });
        background.start();
        assertThat(waits.await(5, TimeUnit.SECONDS)).isTrue();

        background.stop();

        assertThat(ended.getCount()).isZero();
    }
}
