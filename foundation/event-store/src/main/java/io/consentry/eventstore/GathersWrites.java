package io.consentry.eventstore;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A handler whose methods gather what events change, so that all events of a transaction share a statement. What a row
 * costs is mostly the way to the database and back.
 *
 * <p>Keep what is gathered in a {@link Gathered}: several transactions may be at work at once.
 */
public interface GathersWrites {

    /** Writes what was gathered in the transaction at hand, which is empty then. */
    void write(Connection transaction) throws SQLException;

    /** Drops what was gathered: the event that it comes from cannot be applied. */
    void forget();
}
