package io.consentry.filing.showworklist;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/** The latest version of an item that is known to be shown. It only grows, and no thread is needed to wait for it. */
final class ShownVersion {

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Waiting> waiting = new ArrayList<>();
    private long value = -1;

    void raiseTo(long candidate) {
        List<Waiting> reached;
        lock.lock();
        try {
            value = Math.max(value, candidate);
            reached = waiting.stream().filter(one -> one.wanted() <= value).toList();
            waiting.removeAll(reached);
        } finally {
            lock.unlock();
        }
        // Whatever follows for those who waited runs on this thread, and not under the lock.
        reached.forEach(one -> one.told().complete(null));
    }

    /** Completes at once, or on the thread that raises it as far. */
    Uni<Void> reaching(long wanted) {
        return Uni.createFrom().completionStage(() -> {
            CompletableFuture<Void> told = new CompletableFuture<>();
            lock.lock();
            try {
                if (value >= wanted) {
                    told.complete(null);
                } else {
                    waiting.add(new Waiting(wanted, told));
                }
            } finally {
                lock.unlock();
            }
            return told;
        });
    }

    private record Waiting(long wanted, CompletableFuture<Void> told) {}
}
