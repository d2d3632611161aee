package io.consentry.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;

/**
 * Several handlers of the same events, as one: what they write for an event is all there, or none of it.
 *
 * <p>A statement that fails spoils PostgreSQL's whole transaction, and with it the events before it in the batch. So
 * each event has a savepoint: the one that fails is put aside, and the others stay.
 */
final class AllHandlersOrNone implements EventMessageHandler {

    private final LocalTransactions transactions;
    private final List<EventMessageHandler> handlers;

    AllHandlersOrNone(LocalTransactions transactions, List<EventMessageHandler> handlers) {
        this.transactions = transactions;
        this.handlers = List.copyOf(handlers);
    }

    /** These objects, whose methods say what they handle. */
    static AllHandlersOrNone of(LocalTransactions transactions, List<?> handlers) {
        ParameterResolverFactory parameters = parameters(transactions);
        return new AllHandlersOrNone(
                transactions,
                handlers.stream()
                        .<EventMessageHandler>map(handler -> new AnnotationEventHandlerAdapter(handler, parameters))
                        .toList());
    }

    /** What a handler method may ask for beside the event. */
    static ParameterResolverFactory parameters(LocalTransactions transactions) {
        return MultiParameterResolverFactory.ordered(
                new ConnectionOfTheTransaction(transactions),
                ClasspathParameterResolverFactory.forClass(AllHandlersOrNone.class));
    }

    @Override
    public Object handle(EventMessage<?> event) throws Exception {
        Connection connection = transactions.current();
        Savepoint before = connection.setSavepoint();
        try {
            tell(event);
            connection.releaseSavepoint(before);
            return event;
        } catch (Exception e) {
            undo(connection, before, e);
            throw e;
        }
    }

    /** Tells each handler, without a savepoint of its own. */
    void tell(EventMessage<?> event) throws Exception {
        for (EventMessageHandler handler : handlers) {
            if (handler.canHandle(event)) {
                handler.handle(event);
            }
        }
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
}
