package io.consentry.ingest.receivemessage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Lets only so many bytes of messages in at once, first come, first served. Who waits has sent its headers and nothing
 * else: the body stays with the sender until there is room for it, so memory is bounded whatever arrives together.
 */
@Singleton
class Admission {

    /** What reading and judging costs even for the smallest message. */
    private static final long LEAST = 32 * 1024;

    private final int longestQueue;
    private final Queue<Permit> waiting = new ArrayDeque<>();
    private long free;

    @Inject
    Admission(ReceivingConfig config) {
        this(Math.max(config.concurrent().asLongValue(), config.maxSize().asLongValue()), config.waiting());
    }

    Admission(long capacity, int longestQueue) {
        this.free = capacity;
        this.longestQueue = longestQueue;
    }

    /**
     * Asks for room.
     *
     * @return a permit, granted now or later, that must be closed; absent where too many wait already
     */
    synchronized Optional<Permit> request(long bytes) {
        Permit permit = new Permit(Math.max(bytes, LEAST));
        if (waiting.isEmpty() && permit.bytes <= free) {
            grant(permit);
            return Optional.of(permit);
        }
        if (waiting.size() >= longestQueue) {
            return Optional.empty();
        }
        waiting.add(permit);
        return Optional.of(permit);
    }

    private void grant(Permit permit) {
        free -= permit.bytes;
        permit.holds = true;
        permit.granted.complete(null);
    }

    private synchronized void leave(Permit permit) {
        waiting.remove(permit);
        if (permit.holds) {
            permit.holds = false;
            free += permit.bytes;
        }
        for (Permit next = waiting.peek(); next != null && next.bytes <= free; next = waiting.peek()) {
            grant(waiting.remove());
        }
    }

    /** Room for one message. */
    final class Permit implements AutoCloseable {

        private final long bytes;
        private final CompletableFuture<Void> granted = new CompletableFuture<>();
        private boolean holds;

        private Permit(long bytes) {
            this.bytes = bytes;
        }

        /** Completes when there is room. */
        CompletionStage<Void> granted() {
            return granted;
        }

        /** Gives the room back, or stops waiting for it; more than once is harmless. */
        @Override
        public void close() {
            leave(this);
        }
    }
}
