package io.consentry.eventstore;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** One reader's way through the store, from a token on. Used by one thread at a time. */
final class PromptStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final long LOOK_AGAIN_MILLIS = 20;

    private final EventStorageEngine storage;
    private final PromptEvents source;
    private @Nullable TrackingToken last;
    private @Nullable Stream<?> reading;
    private Iterator<? extends TrackedEventMessage<?>> read = Collections.emptyIterator();
    private @Nullable TrackedEventMessage<?> next;
    private @Nullable Runnable listener;

    PromptStream(EventStorageEngine storage, @Nullable TrackingToken from, PromptEvents source) {
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
        stopReading();
    }

    private @Nullable TrackedEventMessage<?> fetch() {
        if (!read.hasNext()) {
            stopReading();
            Stream<? extends TrackedEventMessage<?>> events = storage.readEvents(last, false);
            reading = events;
            read = events.iterator();
        }
        if (!read.hasNext()) {
            stopReading();
            return null;
        }
        TrackedEventMessage<?> event = read.next();
        last = event.trackingToken();
        return event;
    }

    private void stopReading() {
        read = Collections.emptyIterator();
        if (reading != null) {
            reading.close();
            reading = null;
        }
    }

    private void stopListening() {
        if (listener != null) {
            source.remove(listener);
            listener = null;
        }
    }
}
