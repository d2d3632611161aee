package io.consentry.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/**
 * One local database transaction for everything that a unit of work does: the event, the rows that handlers write, and
 * the token of a streaming processor commit together or not at all.
 *
 * <p>The transaction belongs to the thread, as the framework's units of work do. A unit of work inside another one
 * (a command sent by a handler) becomes a savepoint, so that its failure leaves no half of it behind even if the outer
 * one goes on. Commands that are sent together write nothing before their unit of work ends, and need none. Outside a
 * transaction each statement commits by itself.
 */
final class LocalTransactions implements TransactionManager, ConnectionProvider {

    private final DataSource dataSource;

    @SuppressWarnings("ThreadLocalUsage") // one for each data source, and it lives as long
    private final ThreadLocal<@Nullable Connection> bound = new ThreadLocal<>();

    LocalTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The transaction's connection, which callers cannot close or commit; outside a transaction, one of their own. */
    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = bound.get();
        return connection == null ? dataSource.getConnection() : shared(connection);
    }

    /** The connection of the transaction at hand. */
    Connection current() {
        Connection connection = bound.get();
        if (connection == null) {
            throw new IllegalStateException("There is no unit of work here whose transaction could be joined");
        }
        return shared(connection);
    }

    @Override
    public Transaction startTransaction() {
        Connection connection = bound.get();
        if (connection != null && CommandsTogether.areAtWork()) {
            return NoTransactionManager.INSTANCE.startTransaction();
        }
        try {
            return connection == null ? begin() : new Nested(connection, connection.setSavepoint());
        } catch (SQLException e) {
            throw new JdbcException("Cannot begin a transaction", e);
        }
    }

    @Override
    public void executeInTransaction(Runnable task) {
        if (bound.get() == null) {
            TransactionManager.super.executeInTransaction(task);
        } else {
            task.run();
        }
    }

    @Override
    public <T> T fetchInTransaction(Supplier<T> supplier) {
        return bound.get() == null ? TransactionManager.super.fetchInTransaction(supplier) : supplier.get();
    }

    /** The same, except that a read outside a transaction does without one: for who reads with single statements. */
    TransactionManager forSingleReads() {
        return new TransactionManager() {
            @Override
            public Transaction startTransaction() {
                return LocalTransactions.this.startTransaction();
            }

            @Override
            public void executeInTransaction(Runnable task) {
                LocalTransactions.this.executeInTransaction(task);
            }

            @Override
            public <T> T fetchInTransaction(Supplier<T> supplier) {
                return supplier.get();
            }
        };
    }

    private Transaction begin() throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        bound.set(connection);
        return new Outermost(connection);
    }

    private static Connection shared(Connection connection) {
        return ConnectionWrapperFactory.wrap(connection, new ConnectionWrapperFactory.NoOpCloseHandler());
    }

    /** Ends once, by commit or by rollback; a rollback after a failed commit finds nothing left to do. */
    private final class Outermost implements Transaction {

        private final Connection connection;

        Outermost(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void commit() {
            end(Connection::commit, "Cannot commit");
        }

        @Override
        public void rollback() {
            end(Connection::rollback, "Cannot roll back");
        }

        private void end(Ending ending, String failure) {
            if (bound.get() != connection) {
                return;
            }
            bound.remove();
            try (connection) {
                ending.apply(connection);
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                throw new JdbcException(failure, e);
            }
        }
    }

    /** Ends once; the framework tells it again when the outer unit of work is rolled back later. */
    private static final class Nested implements Transaction {

        private final Connection connection;
        private @Nullable Savepoint savepoint;

        Nested(Connection connection, Savepoint savepoint) {
            this.connection = connection;
            this.savepoint = savepoint;
        }

        @Override
        public void commit() {
            end(Connection::releaseSavepoint, "Cannot release a savepoint");
        }

        @Override
        public void rollback() {
            end(Connection::rollback, "Cannot roll back to a savepoint");
        }

        private void end(NestedEnding ending, String failure) {
            Savepoint open = savepoint;
            savepoint = null;
            if (open == null) {
                return;
            }
            try {
                ending.apply(connection, open);
            } catch (SQLException e) {
                throw new JdbcException(failure, e);
            }
        }
    }

    @FunctionalInterface
    private interface NestedEnding {
        void apply(Connection connection, Savepoint savepoint) throws SQLException;
    }

    @FunctionalInterface
    private interface Ending {
        void apply(Connection connection) throws SQLException;
    }
}
