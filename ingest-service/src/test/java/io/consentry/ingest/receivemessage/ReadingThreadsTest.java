package io.consentry.ingest.receivemessage;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingThreadsTest {

    private static final int COUNT = 3;

    private final Vertx vertx = Vertx.vertx();
    private final ReadingThreads threads = new ReadingThreads(vertx, COUNT);

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void asManyAreReadAtOnce_asThereAreThreads_andTheOthersTakeTheirTurn() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch allAtWork = new CountDownLatch(COUNT);
        List<CompletableFuture<Integer>> read = new ArrayList<>();

        for (int i = 0; i < 40; i++) {
            int number = i;
            read.add(threads.call(() -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        allAtWork.countDown();
                        assertThat(allAtWork.await(10, SECONDS)).isTrue();
                        now.decrementAndGet();
                        return number;
                    })
                    .subscribeAsCompletionStage());
        }

        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i).get(10, SECONDS)).isEqualTo(i);
        }
        assertThat(most).hasValue(COUNT);
    }

    @Test
    void whatFollows_runsWhereTheCallerWas() throws Exception {
        Context caller = vertx.getOrCreateContext();
        CompletableFuture<Context> after = new CompletableFuture<>();

        caller.runOnContext(now -> threads.call(() -> "read")
                .subscribe()
                .with(read -> after.complete(vertx.getOrCreateContext()), after::completeExceptionally));

        assertThat(after.get(10, SECONDS)).isSameAs(caller);
    }

    @Test
    void aMessageThatCannotBeRead_failsAsItDid_andLeavesItsThreadToTheNext() throws Exception {
        for (int i = 0; i < 2 * COUNT; i++) {
            CompletableFuture<Object> unreadable = threads.call(() -> {
                        throw new IllegalArgumentException("unreadable");
                    })
                    .subscribeAsCompletionStage();

            assertThatThrownBy(() -> unreadable.get(10, SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IllegalArgumentException.class);
        }

        assertThat(threads.call(() -> "read").subscribeAsCompletionStage().get(10, SECONDS))
                .isEqualTo("read");
    }
}
