package io.consentry.testing;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * The threads of a small HTTP server that stands in for somebody. With the one that it has by itself, a caller that
 * connects and says nothing keeps everybody else waiting.
 */
public final class StandInThreads {

    private StandInThreads() {}

    /** As many as there are callers; the process does not wait for them at its end. */
    public static Executor named(String name) {
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
