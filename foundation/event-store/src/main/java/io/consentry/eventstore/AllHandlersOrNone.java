package io.consentry.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Several handlers of the same events, as one: what they write for an event is all there, or none of it.
 *
 * <p>Events that share a transaction are told together, and what they change is written at its end. A statement that fails
 * spoils PostgreSQL's whole transaction, and nobody can tell which event it was: so the batch is tried again with care,
 * each event written at once and within a savepoint. The one that fails is put aside, and the others stay.
 */
final class AllHandlersOrNone implements EventMessageHandler {

    /** More than any batch: after a failure so many events are handled with care. */
    private static final int WITH_CARE = 1_000;

    private final LocalTransactions transactions;
    private final List<EventMessageHandler> handlers;
    private final List<GathersWrites> gathering;
    private final Predicate<EventMessage<?>> isTold;
    private final AtomicInteger careLeft = new AtomicInteger();
    private final String registered = "writes-gathered-" + System.identityHashCode(this);

    private AllHandlersOrNone(
            LocalTransactions transactions,
            List<EventMessageHandler> handlers,
            List<GathersWrites> gathering,
            Predicate<EventMessage<?>> isTold) {
        this.transactions = transactions;
        this.isTold = isTold;
        this.handlers = List.copyOf(handlers);
        this.gathering = List.copyOf(gathering);
    }

    /** These objects, whose methods say what they handle. */
    static AllHandlersOrNone of(LocalTransactions transactions, List<?> handlers) {
        return of(transactions, handlers, event -> false);
    }

    /** @param isTold of which events what they would write is there already: they are passed over */
    static AllHandlersOrNone of(LocalTransactions transactions, List<?> handlers, Predicate<EventMessage<?>> isTold) {
        ParameterResolverFactory parameters = parameters(transactions);
        return new AllHandlersOrNone(
                transactions,
                handlers.stream()
                        .<EventMessageHandler>map(handler -> new AnnotationEventHandlerAdapter(handler, parameters))
                        .toList(),
                handlers.stream()
                        .filter(GathersWrites.class::isInstance)
                        .map(GathersWrites.class::cast)
                        .toList(),
                isTold);
    }

    /** What a handler method may ask for beside the event. */
    static ParameterResolverFactory parameters(LocalTransactions transactions) {
        return MultiParameterResolverFactory.ordered(
                new ConnectionOfTheTransaction(transactions),
                ClasspathParameterResolverFactory.forClass(AllHandlersOrNone.class));
    }

    @Override
    public Object handle(EventMessage<?> event) throws Exception {
        if (isTold.test(event)) {
            return event;
        }
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get().root();
        return isGathered(unitOfWork) || isOfABatch(unitOfWork) && !isToBeHandledWithCare()
                ? handleTogether(event, unitOfWork)
                : handleWithCare(event);
    }

    /** To its end, even where the batch of another segment fails meanwhile: one event's failure would take all that waits. */
    private boolean isGathered(UnitOfWork<?> batch) {
        return batch.getResource(registered) != null;
    }

    private boolean isToBeHandledWithCare() {
        return careLeft.getAndUpdate(AllHandlersOrNone::less) > 0;
    }

    /** Not so an event that was put aside and is tried again. */
    private static boolean isOfABatch(UnitOfWork<?> unitOfWork) {
        return unitOfWork instanceof BatchingUnitOfWork<?>;
    }

    private static int less(int care) {
        return Math.max(0, care - 1);
    }

    private Object handleTogether(EventMessage<?> event, UnitOfWork<?> unitOfWork) {
        unitOfWork.getOrComputeResource(registered, key -> {
            unitOfWork.onPrepareCommit(committing -> orWithCare(this::write));
            return key;
        });
        orWithCare(() -> tell(event));
        return event;
    }

    private void orWithCare(Work work) {
        try {
            work.run();
        } catch (Exception e) {
            careLeft.set(WITH_CARE);
            throw new TryTheBatchAgain(e);
        }
    }

    private Object handleWithCare(EventMessage<?> event) throws Exception {
        Connection connection = connection();
        Savepoint before = connection.setSavepoint();
        try {
            tell(event);
            write();
            connection.releaseSavepoint(before);
            return event;
        } catch (Exception e) {
            gathering.forEach(GathersWrites::forget);
            undo(connection, before, e);
            throw e;
        }
    }

    /** Tells each handler, without a savepoint of its own. What they gather is not written yet. */
    void tell(EventMessage<?> event) throws Exception {
        for (EventMessageHandler handler : handlers) {
            if (handler.canHandle(event)) {
                handler.handle(event);
            }
        }
    }

    /** Writes what was gathered, in the order of the handlers. */
    void write() throws SQLException {
        for (GathersWrites handler : gathering) {
            handler.write(connection());
        }
    }

    /** What they write with. */
    Connection connection() {
        return transactions.current();
    }

    private static void undo(Connection connection, Savepoint before, Exception failure) {
        try {
            connection.rollback(before);
        } catch (SQLException e) {
            // The connection is gone: the batch fails by itself, for the first reason.
            failure.addSuppressed(e);
        }
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        return handlers.stream().anyMatch(handler -> handler.canHandle(message));
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return handlers.stream().anyMatch(handler -> handler.canHandleType(payloadType));
    }

    /** What was put aside would be applied twice: tables are built anew beside the old ones instead. */
    @Override
    public boolean supportsReset() {
        return false;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }
}
