package io.consentry.filing.threads;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** Runs blocking work on a worker thread and comes back to the event loop of the request. */
public final class OffTheEventLoop {

    private OffTheEventLoop() {}

    /**
     * Runs the work when subscribed to. What follows runs where the request was, as Hibernate Reactive needs.
     *
     * <p>A caller that goes away does not stop the work.
     */
    public static <T> Uni<T> call(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() ->
                        Vertx.currentContext().executeBlocking(work, false).toCompletionStage());
    }
}
