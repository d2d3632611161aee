package io.consentry.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** Knows how far the tables of some handlers show each stream. */
@FunctionalInterface
public interface ShownSoFar {

    /**
     * Those of these streams whose every earlier event the tables show, and no later one, and that may be written now.
     *
     * @param next by stream, the place of the event that would be told next, counted from 0
     */
    Set<String> rightUpTo(Connection transaction, Map<String, Long> next) throws SQLException;
}
