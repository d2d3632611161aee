package io.consentry.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jboss.logging.Logger;

/**
 * Tells the handlers of a processor what commands that were sent together append, ahead of the processor and in the very
 * transaction that stores it: with the commit it is shown, and nobody waits for a second one.
 *
 * <p>Only of streams whose past the handlers' tables show to its end; all else is left to the processor, which passes over
 * what was told here and does not hurry for it. Where telling fails nothing is committed, and the commands are sent again
 * without it: what is wrong with a table keeps nobody from acting.
 */
final class ToldAhead implements EventMessageHandler {

    private static final Logger LOG = Logger.getLogger(ToldAhead.class);

    private static final String ALLOWED = "told-ahead-allowed";

    private static final int MOST_REMEMBERED = 20_000;

    /** The processor looks ten times a second. */
    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(10);

    private final AllHandlersOrNone handlers;
    private final ShownSoFar shown;
    private final Gathered<DomainEventMessage<?>> appended = new Gathered<>();
    private final String registered = "told-ahead-" + System.identityHashCode(this);
    private final String allTold = "told-ahead-all-" + System.identityHashCode(this);

    /** Events whose transaction was committed, until the processor has surely come by. Whatever is forgotten it tells again. */
    private final Cache<String, Boolean> told = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED_FOR)
            // Tidied up where it is written to: the usual pool would be woken for each transaction.
            .executor(Runnable::run)
            .build();

    ToldAhead(AllHandlersOrNone handlers, ShownSoFar shown) {
        this.handlers = handlers;
        this.shown = shown;
    }

    /** Lets what this unit of work appends be told ahead. */
    static void allowIn(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().put(ALLOWED, true);
    }

    /** Whether a processor has nothing to hurry for: all that this unit of work appended was told here. */
    boolean hasToldAllOf(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrDefaultResource(allTold, false);
    }

    /** Whether the handlers' tables are known to show this event, so that nobody need tell them. */
    boolean hasTold(EventMessage<?> event) {
        return told.getIfPresent(event.getIdentifier()) != null;
    }

    @Override
    public Object handle(EventMessage<?> event) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get().root();
        if (unitOfWork.getOrDefaultResource(ALLOWED, false) && event instanceof DomainEventMessage<?> ofAStream) {
            unitOfWork.getOrComputeResource(registered, key -> {
                unitOfWork.onPrepareCommit(this::tellAppended);
                return key;
            });
            appended.add(ofAStream);
        }
        return event;
    }

    /** Events may still follow, of handlers that are told of these. */
    private void tellAppended(UnitOfWork<?> unitOfWork) {
        unitOfWork.resources().remove(registered);
        List<DomainEventMessage<?>> events = appended.take();
        try {
            Set<String> upToDate = shown.rightUpTo(handlers.connection(), firstOfEach(events));
            List<DomainEventMessage<?>> toTell = events.stream()
                    .filter(event -> upToDate.contains(event.getAggregateIdentifier()))
                    .toList();
            for (DomainEventMessage<?> event : toTell) {
                handlers.tell(event);
            }
            handlers.write();
            unitOfWork.afterCommit(done -> toTell.forEach(event -> told.put(event.getIdentifier(), true)));
            unitOfWork
                    .resources()
                    .merge(allTold, toTell.size() == events.size(), (before, now) -> (boolean) before && (boolean) now);
        } catch (Exception e) {
            // Without what it says, which may quote a row.
            LOG.warnf(
                    "What was appended is left to the processor: it cannot be told here, because of %s",
                    e.getClass().getName());
            throw new CannotBeToldAhead(e);
        }
    }

    private static Map<String, Long> firstOfEach(List<DomainEventMessage<?>> events) {
        Map<String, Long> first = new HashMap<>();
        events.forEach(event -> first.merge(event.getAggregateIdentifier(), event.getSequenceNumber(), Math::min));
        return first;
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        return handlers.canHandle(message);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return handlers.canHandleType(payloadType);
    }
}
