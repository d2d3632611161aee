package io.consentry.consent.provelog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One replica at a time signs, or changes who signs. */
final class SigningTurn {

    private static final long LOCK = 0x636f6e73656e74L;

    private SigningTurn() {}

    /** Waits for the turn, which lasts until the transaction ends. */
    static void take(Connection connection) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        }
    }

    /** Size of the tree that was signed last; -1 before the first. */
    static long lastSize(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(size), -1) from checkpoint")) {
            row.next();
            return row.getLong(1);
        }
    }
}
