package io.consentry.feed.publish;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Whoever waits is woken by what concerns them: each accepted message would wake each reader, for nothing. */
class FeedSignalTest {

    private final FeedSignal signal = new FeedSignal();

    @Test
    void reader_sleepsWhileEventsAreOnlyAnnounced_andIsWokenWhenTheyHavePositions() throws Exception {
        FutureTask<Boolean> reading = new FutureTask<>(() -> signal.awaitBeyond(0, Duration.ofSeconds(30)));
        Thread reader = startedAndWaiting(reading);
        long waits = timesWaited(reader);

        for (int message = 0; message < 20; message++) {
            signal.announced();
            Thread.sleep(5);
        }

        assertThat(timesWaited(reader)).isEqualTo(waits);
        signal.numberedUpTo(20);
        assertThat(reading.get(5, SECONDS)).isTrue();
    }

    @Test
    void whoeverNumbers_isWokenByAnAnnouncement_andByNothingElse() throws Exception {
        FutureTask<Long> numbering = new FutureTask<>(() -> signal.awaitAnnouncement(0, Duration.ofSeconds(30)));
        Thread sequencer = startedAndWaiting(numbering);
        long waits = timesWaited(sequencer);

        for (int position = 0; position < 20; position++) {
            signal.numberedUpTo(position);
            Thread.sleep(5);
        }

        assertThat(timesWaited(sequencer)).isEqualTo(waits);
        signal.announced();
        assertThat(numbering.get(5, SECONDS)).isEqualTo(1);
    }

    private static Thread startedAndWaiting(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        await().atMost(5, SECONDS).until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }

    private static long timesWaited(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId()).getWaitedCount();
    }
}
