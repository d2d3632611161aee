package io.consentry.filing.receiveitem;

import io.consentry.eventstore.EventSourcing;
import io.consentry.feed.follow.NotNowException;
import io.consentry.feed.follow.Transactions;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Lets events, content and the feed's position commit together, as one unit of work of the event store. */
@Singleton
class UnitOfWorkTransactions implements Transactions {

    private final EventSourcing events;

    UnitOfWorkTransactions(EventSourcing events) {
        this.events = events;
    }

    @Override
    public <T> T run(Work<T> work) throws SQLException, NotNowException {
        try {
            return events.runInUnitOfWork(() -> work.within(events.currentConnection()));
        } catch (ConcurrencyException | LockAcquisitionFailedException e) {
            // A person decides about the replaced item at this very moment: the next attempt sees it.
            throw new NotNowException("Somebody else wrote to the same stream", e);
        } catch (RuntimeException e) {
            throwCause(e);
            throw e;
        }
    }

    /** The follower tells a database that is away from an event that cannot be applied by the cause. */
    private static void throwCause(RuntimeException failure) throws SQLException, NotNowException {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                throw sql;
            }
            if (cause instanceof NotNowException notNow) {
                throw notNow;
            }
        }
    }
}
