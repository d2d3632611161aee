package io.consentry.eventstore;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * A service's event sourcing: commands in, events kept, handlers told, all of it in local transactions of one
 * PostgreSQL database.
 *
 * <p>Build it once with {@link #on} in a CDI producer; it starts and stops with the service.
 */
public final class EventSourcing implements AutoCloseable {

    private final Configuration axon;
    private final LocalTransactions transactions;
    private final CommandsTogether together;

    EventSourcing(Configuration axon, LocalTransactions transactions) {
        this.axon = axon;
        this.transactions = transactions;
        this.together = new CommandsTogether(
                axon.commandBus(),
                axon.getComponent(PostgresEventStorage.class),
                axon.getComponent(CommandTargetResolver.class));
    }

    /**
     * Begins to describe the event sourcing of one service.
     *
     * @param dataSource connections of the runtime role, whose transactions nobody else manages
     */
    public static EventSourcingBuilder on(DataSource dataSource) {
        return new EventSourcingBuilder(new LocalTransactions(dataSource));
    }

    public CommandGateway commandGateway() {
        return axon.commandGateway();
    }

    public CommandBus commandBus() {
        return axon.commandBus();
    }

    public EventStore eventStore() {
        return axon.eventStore();
    }

    /** Begins to tell the whole past to these handlers: see {@link Replay}. */
    public Replay replay(List<?> handlers) {
        return new Replay(axon.getComponent(EventStorageEngine.class), AllHandlersOrNone.of(transactions, handlers));
    }

    /** What a processor has put aside, for one that was built with dead letters. */
    public DeadLetters deadLetters(String processor) {
        return new DeadLetters(axon, transactions, processor);
    }

    /** Everything else the framework has, for the rare caller that needs it. */
    public Configuration configuration() {
        return axon;
    }

    /**
     * The connection of the transaction at hand, for SQL that must commit with the events. Closing and committing it do
     * nothing: the unit of work does both.
     *
     * @throws IllegalStateException outside a unit of work
     */
    public Connection currentConnection() {
        return transactions.current();
    }

    /**
     * Runs the work in one transaction: what it writes through {@link #currentConnection}, the commands it sends and
     * their events commit together, or nothing does.
     *
     * <p>Blocks: call it from a worker thread.
     *
     * @throws RuntimeException what the work threw, after the rollback; SQL failures as {@link JdbcException}
     */
    public <R> R runInUnitOfWork(Callable<R> work) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("work"));
        unitOfWork.attachTransaction(transactions);
        ResultMessage<R> result = unitOfWork.executeWithResult(work, RollbackConfigurationType.ANY_THROWABLE);
        if (result.isExceptional()) {
            throw Failures.unchecked(result.exceptionResult());
        }
        return result.getPayload();
    }

    /** Sends a command and waits for its result, in the transaction at hand or in one of its own. Blocks. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // what a command gives back is known to whoever sends it
    public <R> R send(Object command, Map<String, ?> metaData) {
        return axon.commandGateway()
                .sendAndWait(GenericCommandMessage.asCommandMessage(command).andMetaData(metaData));
    }

    /**
     * Sends commands to aggregates, in the transaction at hand or in one of their own, with one statement that reads all
     * their streams and one that writes all their events. Blocks.
     *
     * <p>One that is refused leaves the others as they are. What fails beside that fails all of them: somebody else appended
     * to one of the streams or waits for what is locked here, or a handler within the transaction failed. Command handlers must not write rows
     * themselves: nothing would take back those of a command that is refused.
     *
     * @return what became of each, in order
     * @throws RuntimeException what failed all of them, after the rollback
     */
    public <R> List<CommandAnswer<R>> sendTogether(List<?> commands) {
        if (CurrentUnitOfWork.isStarted()) {
            return together.send(commands);
        }
        try {
            return runInUnitOfWork(() -> {
                ToldAhead.allowIn(CurrentUnitOfWork.get());
                return together.<R>send(commands);
            });
        } catch (CannotBeToldAhead e) {
            // The processor is told of them later, and knows what to do about what cannot be applied.
            return runInUnitOfWork(() -> together.<R>send(commands));
        }
    }

    /** Sends a command from the event loop: it is handled on a worker thread. */
    public <R> Uni<R> dispatch(Object command, Map<String, ?> metaData) {
        return Uni.createFrom()
                .item(() -> this.<R>send(command, metaData))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /**
     * As {@link #dispatch}, and again when somebody else appended to the same stream at the same moment. Only for
     * commands that do not rest on what the caller saw before.
     *
     * @param attempts how often at most, the first included
     */
    public <R> Uni<R> dispatchRetrying(Object command, Map<String, ?> metaData, int attempts) {
        Uni<R> once = dispatch(command, metaData);
        return attempts <= 1
                ? once
                : once.onFailure(ConcurrencyException.class).retry().atMost(attempts - 1L);
    }

    /** Begins to handle commands and to follow events. */
    public void start() {
        axon.start();
    }

    /** Finishes what is at work and stops. */
    @Override
    public void close() {
        axon.shutdown();
    }
}
