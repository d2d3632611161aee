package io.consentry.database;

import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the database refuses because of what it was given from what it would refuse to anyone at this moment: the
 * first is worth looking into one by one, the second would fail as often as it is tried.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's states</a>
 */
public final class WhoseDoing {

    /** Connection, resources, what is in use, an operator, the system; and a server that takes no writes. */
    private static final Set<String> THE_DATABASES = Set.of("08", "53", "55", "57", "58", "25006");

    /** Transactions that were in each other's way. */
    private static final String EACH_OTHERS = "40";

    private WhoseDoing() {}

    /**
     * Whether others may be taken where this was refused.
     *
     * @param state SQLSTATE; null where the database did not answer
     */
    public static boolean isOfWhatWasGiven(@Nullable String state) {
        return state != null && !state.isEmpty() && THE_DATABASES.stream().noneMatch(state::startsWith);
    }

    /**
     * Whether the same may be taken later: the database is away, or busy, or somebody stood in the way.
     *
     * @param state SQLSTATE; null where the database did not answer
     */
    public static boolean mayPass(@Nullable String state) {
        return state == null || !isOfWhatWasGiven(state) || state.startsWith(EACH_OTHERS);
    }

    /** The same of a failure as either driver tells it, or whoever called the driver; false where it is none of a database. */
    public static boolean mayPass(Throwable failure) {
        for (Throwable deeper = failure; deeper != null; deeper = deeper.getCause()) {
            if (deeper instanceof DatabaseException refused) {
                return mayPass(refused.getSqlState());
            }
            if (deeper instanceof SQLException refused) {
                return mayPass(refused.getSQLState());
            }
            if (deeper instanceof ConnectException || deeper instanceof ClosedConnectionException) {
                return true;
            }
        }
        return false;
    }
}
