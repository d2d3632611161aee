package io.consentry.eventstore;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * The whole past told again to some handlers, from the first event on, beside the processors and unknown to them.
 *
 * <p>Everything happens in the caller's unit of work, except that the next events are read while the last ones are told.
 * Used by one thread.
 */
public final class Replay {

    private final EventStorageEngine storage;
    private final AllHandlersOrNone handlers;
    private @Nullable Future<List<TrackedEventMessage<?>>> ahead;
    private @Nullable TrackingToken last;
    private long told;

    Replay(EventStorageEngine storage, AllHandlersOrNone handlers) {
        this.storage = storage;
        this.handlers = handlers;
    }

    /**
     * Tells the next events, as far as they are committed.
     *
     * @return how many it were; 0 when there were no more at the time of this call
     * @throws Exception what a handler threw
     */
    public int tellMore(int atMost) throws Exception {
        Future<List<TrackedEventMessage<?>>> read = ahead;
        ahead = null;
        List<TrackedEventMessage<?>> next = read == null ? read(last, atMost) : read.get();
        if (next.isEmpty()) {
            return 0;
        }
        TrackingToken from = next.get(next.size() - 1).trackingToken();
        ahead = CompletableFuture.supplyAsync(() -> read(from, atMost), Infrastructure.getDefaultWorkerPool());
        for (TrackedEventMessage<?> event : next) {
            handlers.tell(event);
        }
        handlers.write();
        last = from;
        told += next.size();
        return next.size();
    }

    private List<TrackedEventMessage<?>> read(@Nullable TrackingToken from, int atMost) {
        try (Stream<? extends TrackedEventMessage<?>> events = storage.readEvents(from, false)) {
            List<TrackedEventMessage<?>> next = events.<TrackedEventMessage<?>>map(event -> event)
                    .limit(atMost)
                    .toList();
            // Payloads are read when they are asked for: better here than where the handlers work.
            next.forEach(TrackedEventMessage::getPayload);
            return next;
        }
    }

    /** How many events have been told by now. */
    public long told() {
        return told;
    }
}
