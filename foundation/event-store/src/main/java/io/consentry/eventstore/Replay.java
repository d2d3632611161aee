package io.consentry.eventstore;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * The whole past told again to some handlers, from the first event on, beside the processors and unknown to them.
 *
 * <p>Everything happens in the caller's unit of work. Used by one thread.
 */
public final class Replay {

    private final EventStorageEngine storage;
    private final AllHandlersOrNone handlers;
    private @Nullable TrackingToken last;
    private long told;

    Replay(EventStorageEngine storage, AllHandlersOrNone handlers) {
        this.storage = storage;
        this.handlers = handlers;
    }

    /**
     * Tells the next events, as far as they are committed.
     *
     * @return how many it were; 0 when there are no more
     * @throws Exception what a handler threw
     */
    public int tellMore(int atMost) throws Exception {
        List<? extends TrackedEventMessage<?>> next;
        try (Stream<? extends TrackedEventMessage<?>> events = storage.readEvents(last, false)) {
            next = events.limit(atMost).toList();
        }
        for (TrackedEventMessage<?> event : next) {
            handlers.tell(event);
            last = event.trackingToken();
        }
        told += next.size();
        return next.size();
    }

    /** How many events have been told by now. */
    public long told() {
        return told;
    }
}
