package io.consentry.consent.recordattempt;

import io.consentry.consent.keepevents.Circumstances;
import io.consentry.consent.keepevents.Disclosure;
import io.consentry.consent.keepevents.PartOfEventSourcing;
import io.consentry.consent.recordattempt.AttemptWindows.Closed;
import io.consentry.eventstore.EventSourcing;
import io.consentry.eventstore.EventSourcingBuilder;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jboss.logging.Logger;

/**
 * Records attempts: the first of a minute at once, the others as one count when the minute is over. Nobody can switch
 * it off.
 */
@ApplicationScoped
public class Attempts implements PartOfEventSourcing {

    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final long WINDOW_SECONDS = 60;
    /** Streams of attempts are read for nothing but their length, so it is kept short. */
    private static final int SNAPSHOT_EVERY = 100;
    /** Replicas record attempts of one organisation at the same moment; each try is a fresh read. */
    private static final int TRIES = 10;

    private final Provider<EventSourcing> eventSourcing;

    Attempts(Provider<EventSourcing> eventSourcing) {
        this.eventSourcing = eventSourcing;
    }

    @Override
    public void join(EventSourcingBuilder builder) {
        builder.aggregate(OrganisationAttempts.class, SNAPSHOT_EVERY, "1").upcaster(new AttemptsOfRevision1());
    }

    /** Records one attempt. Blocks. */
    public void record(Attempt attempt, String requestId) {
        for (int left = TRIES; left > 0; left--) {
            try {
                eventSourcing.get().runInUnitOfWork(() -> {
                    if (AttemptWindows.open(eventSourcing.get().currentConnection(), attempt)) {
                        keep(attempt, 1, requestId);
                    }
                    return "recorded";
                });
                return;
            } catch (ConcurrencyException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void closeWindows() {
        try {
            closeWindowsOlderThan(WINDOW_SECONDS);
        } catch (ConcurrencyException e) {
            LOG.debug("Another replica recorded attempts at the same moment; the windows stay for the next run");
        }
    }

    /** Turns what was counted into events. */
    void closeWindowsOlderThan(long seconds) {
        eventSourcing.get().runInUnitOfWork(() -> {
            List<Closed> closed = AttemptWindows.close(eventSourcing.get().currentConnection(), seconds);
            closed.forEach(window ->
                    keep(window.attempt(), window.folded(), UUID.randomUUID().toString()));
            return closed.size();
        });
    }

    private void keep(Attempt attempt, int times, String requestId) {
        Circumstances circumstances = new Circumstances(requestId, Disclosure.of(attempt.name(), null));
        eventSourcing.get().send(attempt.times(times), circumstances.asMetaData());
    }
}
