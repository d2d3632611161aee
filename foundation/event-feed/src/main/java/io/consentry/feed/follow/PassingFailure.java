package io.consentry.feed.follow;

import io.consentry.database.WhoseDoing;
import java.sql.SQLException;

/** Tells a database that is away, busy or shutting down from an event that something is wrong with. */
final class PassingFailure {

    private PassingFailure() {}

    /** Throws it again where nothing is wrong with the event. */
    static void throwIfPassing(SQLException e) throws SQLException {
        if (WhoseDoing.mayPass(e.getSQLState())) {
            throw e;
        }
    }
}
