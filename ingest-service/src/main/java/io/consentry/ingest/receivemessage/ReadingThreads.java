package io.consentry.ingest.receivemessage;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;

/**
 * Where messages are read and judged: by as many threads as there are processors.
 *
 * <p>It is work for processors, so more threads would read none earlier: they would take the processors from each other in
 * the middle of a message. What waits here holds up all messages, so only what all of them need may be waited for, and only
 * once: the catalogue and the key of the hashes, read for the first time.
 */
@Singleton
class ReadingThreads {

    private final WorkerExecutor threads;

    @Inject
    ReadingThreads(Vertx vertx) {
        this(vertx, Runtime.getRuntime().availableProcessors());
    }

    ReadingThreads(Vertx vertx, int count) {
        this.threads = vertx.createSharedWorkerExecutor("reading", count);
    }

    /** Does the work when it is its turn, first come first served. What follows runs where the caller was. */
    <T> Uni<T> call(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> threads.executeBlocking(work, false).toCompletionStage());
    }
}
