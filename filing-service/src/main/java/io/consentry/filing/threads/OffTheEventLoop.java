package io.consentry.filing.threads;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/** Runs blocking work on a worker thread and comes back to the event loop of the request. */
public final class OffTheEventLoop {

    private OffTheEventLoop() {}

    /** Where the caller is now: for results that come on a thread of their own. Ask for it on the event loop. */
    public static Executor backToCaller() {
        Context context = Vertx.currentContext();
        return work -> context.runOnContext(nothing -> work.run());
    }

    /**
     * Runs the work when subscribed to. What follows runs where the request was, as Hibernate Reactive needs.
     *
     * <p>A caller that goes away does not stop the work.
     */
    public static <T> Uni<T> call(Callable<T> work) {
        return Uni.createFrom().deferred(() -> call(Vertx.currentContext(), work));
    }

    /** The same, asked for on a thread of somebody else. What follows runs where this context is. */
    public static <T> Uni<T> call(Context context, Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> context.executeBlocking(work, false).toCompletionStage());
    }
}
