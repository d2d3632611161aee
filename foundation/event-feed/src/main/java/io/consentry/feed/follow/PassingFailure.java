package io.consentry.feed.follow;

import java.sql.SQLException;
import java.util.Set;

/** Tells a database that is away, busy or shutting down from an event that something is wrong with. */
final class PassingFailure {

    /** SQLSTATE classes. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    private PassingFailure() {}

    /** Throws it again where nothing is wrong with the event. */
    static void throwIfPassing(SQLException e) throws SQLException {
        String state = e.getSQLState();
        if (state == null || state.length() < 2 || PASSING.contains(state.substring(0, 2))) {
            throw e;
        }
    }
}
