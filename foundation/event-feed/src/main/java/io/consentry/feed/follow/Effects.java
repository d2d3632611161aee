package io.consentry.feed.follow;

import io.consentry.feed.NumberedEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a service does about another's events. */
@FunctionalInterface
public interface Effects {

    /**
     * Applies the events, in order, within the open transaction. An event may come again: applying it twice must change
     * nothing.
     *
     * @throws NotNowException to try the same events again later
     * @throws RuntimeException when an event cannot be applied at all; it is parked and the rest go on
     */
    void apply(Connection transaction, List<NumberedEvent> events) throws SQLException, NotNowException;
}
