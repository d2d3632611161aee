package io.consentry.eventstore;

import java.sql.SQLException;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * A handler within the transaction that stores events, which writes what it gathered of all of them when the transaction is
 * about to commit. When that fails, nothing is stored.
 */
final class WritingAtTheEnd implements EventMessageHandler {

    private final LocalTransactions transactions;
    private final GathersWrites gathering;
    private final EventMessageHandler handler;
    private final String registered = "writes-at-the-end-" + System.identityHashCode(this);

    WritingAtTheEnd(LocalTransactions transactions, GathersWrites gathering) {
        this.transactions = transactions;
        this.gathering = gathering;
        this.handler = new AnnotationEventHandlerAdapter(gathering, AllHandlersOrNone.parameters(transactions));
    }

    @Override
    public Object handle(EventMessage<?> event) throws Exception {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get().root();
        unitOfWork.getOrComputeResource(registered, key -> {
            unitOfWork.onPrepareCommit(this::write);
            return key;
        });
        return handler.handle(event);
    }

    /** Events may still follow, of handlers that are told of these. */
    private void write(UnitOfWork<?> unitOfWork) {
        unitOfWork.resources().remove(registered);
        try {
            gathering.write(transactions.current());
        } catch (SQLException e) {
            throw new JdbcException("What events changed cannot be written", e);
        }
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        return handler.canHandle(message);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return handler.canHandleType(payloadType);
    }
}
