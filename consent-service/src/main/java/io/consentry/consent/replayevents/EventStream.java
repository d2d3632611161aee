package io.consentry.consent.replayevents;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Follows the log as it grows, no faster than the reader reads. */
@ApplicationScoped
class EventStream {

    /** How long an event may wait to be told. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Each look gives an answer, so that a reader who went away is noticed within so many empty ones. */
    private static final int LOOKS_BETWEEN_SIGNS_OF_LIFE = 30;

    private final EventLog log;

    EventStream(EventLog log) {
        this.log = log;
    }

    /** A page at a time for ever; an empty one now and then as a sign of life. */
    Multi<EventPage> pagesAfter(long position, EventFilter filter) {
        AtomicLong last = new AtomicLong(position);
        AtomicLong emptyLooks = new AtomicLong();
        return Multi.createBy()
                .repeating()
                .uni(() -> look(last.get(), filter))
                .indefinitely()
                .onItem()
                .invoke(page -> last.set(page.last()))
                .select()
                .where(page -> isWorthTelling(page, emptyLooks));
    }

    long head() {
        return log.head();
    }

    private Uni<EventPage> look(long position, EventFilter filter) {
        return Uni.createFrom()
                .item(() -> log.after(position, filter, EventLog.ROWS_AT_A_TIME))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToUni(page -> page.isEmpty()
                        ? Uni.createFrom().item(page).onItem().delayIt().by(PAUSE)
                        : Uni.createFrom().item(page));
    }

    private static boolean isWorthTelling(EventPage page, AtomicLong emptyLooks) {
        if (page.isEmpty()) {
            return emptyLooks.incrementAndGet() % LOOKS_BETWEEN_SIGNS_OF_LIFE == 0;
        }
        emptyLooks.set(0);
        return true;
    }
}
