package io.consentry.feed.follow;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** How a follower opens a transaction; a service with an event store makes it the store's own unit of work. */
@FunctionalInterface
public interface Transactions {

    /** Runs the work and commits, or rolls back when it throws. */
    <T> T run(Work<T> work) throws SQLException, NotNowException;

    /** Work within a transaction. The connection is neither committed nor closed by it. */
    @FunctionalInterface
    interface Work<T> {
        T within(Connection transaction) throws SQLException, NotNowException;
    }

    /** Plain transactions on a pool. */
    static Transactions on(DataSource database) {
        return new Transactions() {
            @Override
            public <T> T run(Work<T> work) throws SQLException, NotNowException {
                try (Connection connection = database.getConnection()) {
                    connection.setAutoCommit(false);
                    boolean done = false;
                    try {
                        T result = work.within(connection);
                        connection.commit();
                        done = true;
                        return result;
                    } finally {
                        if (!done) {
                            connection.rollback();
                        }
                    }
                }
            }
        };
    }
}
