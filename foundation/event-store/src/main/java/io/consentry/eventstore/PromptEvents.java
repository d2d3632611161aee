package io.consentry.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The store's events for streaming processors, who hear at once when there are more.
 *
 * <p>The framework's own stream has no such signal, and its processors then look every half second: too long for a
 * person who waits to see what they did. Events of this process are signalled after their commit, unless they were told
 * {@linkplain ToldAhead ahead}; those, and events of another process, are found by looking, ten times a second.
 */
final class PromptEvents implements StreamableMessageSource<TrackedEventMessage<?>> {

    private static final Logger LOG = Logger.getLogger(PromptEvents.class);

    /** One indexed read that finds nothing. */
    private static final Duration LOOK_FOR_OTHERS = Duration.ofMillis(100);

    private final EventStore store;
    private final PostgresEventStorage storage;
    private final AtomicLong signals = new AtomicLong();
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService ticker;

    /** @param nothingToHurryFor of a unit of work that was committed: whether its events may wait for the next look */
    PromptEvents(EventStore store, PostgresEventStorage storage, Predicate<UnitOfWork<?>> nothingToHurryFor) {
        this.store = store;
        this.storage = storage;
        store.subscribe(events ->
                CurrentUnitOfWork.ifStarted(unitOfWork -> unitOfWork.root().afterCommit(done -> {
                    if (!nothingToHurryFor.test(done)) {
                        wakeListeners();
                    }
                })));
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new PromptStream(storage, token, this);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return store.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return store.createHeadToken();
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant at) {
        return store.createTokenAt(at);
    }

    @Override
    public @Nullable TrackingToken createTokenSince(Duration duration) {
        return store.createTokenSince(duration);
    }

    synchronized void add(Runnable listener) {
        listeners.add(listener);
        if (ticker == null) {
            ticker = Executors.newSingleThreadScheduledExecutor(PromptEvents::daemon);
            var unused = ticker.scheduleWithFixedDelay(
                    this::wakeListeners, LOOK_FOR_OTHERS.toMillis(), LOOK_FOR_OTHERS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    synchronized void remove(Runnable listener) {
        listeners.remove(listener);
        if (listeners.isEmpty() && ticker != null) {
            ticker.shutdownNow();
            ticker = null;
        }
    }

    /** How often there may have been more, by now. */
    long signals() {
        return signals.get();
    }

    private void wakeListeners() {
        signals.incrementAndGet();
        listeners.forEach(PromptEvents::wake);
    }

    /** One that cannot be woken, as while it stops, keeps neither the others asleep nor this from looking again. */
    private static void wake(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException | Error e) {
            LOG.warnf(
                    "A processor could not be told of events: %s", e.getClass().getName());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "look-for-events");
        thread.setDaemon(true);
        return thread;
    }
}
