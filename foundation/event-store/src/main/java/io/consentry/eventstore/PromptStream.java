package io.consentry.eventstore;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** One reader's way through the store, from a token on. Used by one thread at a time. */
final class PromptStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final long LOOK_AGAIN_MILLIS = 20;

    private static final long NEVER = -1;

    private final PostgresEventStorage storage;
    private final PromptEvents source;
    private @Nullable TrackingToken last;
    private Iterator<TrackedEventMessage<?>> read = Collections.emptyIterator();
    private @Nullable TrackedEventMessage<?> next;
    private @Nullable Runnable listener;
    private long signalsHeard = NEVER;

    PromptStream(PostgresEventStorage storage, @Nullable TrackingToken from, PromptEvents source) {
        this.storage = storage;
        this.last = from;
        this.source = source;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (next == null) {
            next = fetch();
        }
        return Optional.ofNullable(next);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (peek().isEmpty()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            Optional<TrackedEventMessage<?>> event = peek();
            if (event.isPresent()) {
                next = null;
                return event.get();
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        stopListening();
        listener = callback;
        source.add(callback);
        return true;
    }

    @Override
    public void close() {
        stopListening();
        read = Collections.emptyIterator();
    }

    private @Nullable TrackedEventMessage<?> fetch() {
        if (!read.hasNext() && mayFindMore()) {
            readMore();
        }
        if (!read.hasNext()) {
            return null;
        }
        TrackedEventMessage<?> event = read.next();
        last = event.trackingToken();
        return event;
    }

    /** Processors ask several times for each event that they are told; the database is asked when something was heard. */
    private boolean mayFindMore() {
        return listener == null || signalsHeard != source.signals();
    }

    private void readMore() {
        // Counted before reading: what is committed meanwhile is looked for again.
        long signals = source.signals();
        List<TrackedEventMessage<?>> found = storage.nextAfter(last);
        read = found.iterator();
        // Some positions are empty for good: only far fewer than were asked for are taken for the end.
        signalsHeard = found.size() > storage.batchSize() / 2 ? NEVER : signals;
    }

    private void stopListening() {
        if (listener != null) {
            source.remove(listener);
            listener = null;
        }
    }
}
