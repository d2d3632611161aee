package io.consentry.bench.startsuite;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What rows need to run beside the suite. Each is closed once, also where a benchmark that is being stopped ends it too. */
final class RunsBeside {

    private final Queue<AutoCloseable> running = new ConcurrentLinkedQueue<>();

    <C extends AutoCloseable> C with(C something) {
        running.add(something);
        return something;
    }

    /** Ends all of it, first come first; fails with {@link IllegalStateException} at the first that does not stop. */
    void end() {
        for (AutoCloseable next = running.poll(); next != null; next = running.poll()) {
            try {
                next.close();
            } catch (Exception e) {
                throw new IllegalStateException("What was measured beside the suite did not stop", e);
            }
        }
    }
}
