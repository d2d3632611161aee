package io.consentry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;

/**
 * Work whose single statements may take longer than a database is usually waited for, such as building a whole table. Of
 * everything else, {@code consentry.database.answer-within} tells a slow statement from a database that is gone.
 */
public final class LongWork {

    private static final int AS_LONG_AS_IT_TAKES = 0;

    private LongWork() {}

    /** Does the work, and then waits on this connection for no longer than before. */
    public static <T> T on(Connection connection, Callable<T> work) throws Exception {
        int usual = connection.getNetworkTimeout();
        wait(connection, AS_LONG_AS_IT_TAKES);
        try {
            return work.call();
        } finally {
            wait(connection, usual);
        }
    }

    private static void wait(Connection connection, int millis) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, millis);
    }
}
