package io.consentry.feed.publish;

import io.consentry.database.TimeOrderedId;
import io.consentry.events.PublishedEvent;
import io.consentry.feed.PublishedEventJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Writes what is to be told into the transaction of what happened: both are committed, or neither.
 *
 * <p>After the commit call {@link FeedSignal#announced()}, so that readers need not wait for the next look.
 */
public final class Announcements {

    /** For writers that put the row into a larger statement; the columns in this order. */
    public static final String COLUMNS = "id, type, subject, at, data";

    private static final String INSERT = "insert into feed_event (" + COLUMNS + ") values (?, ?, ?, ?, ?)";

    private Announcements() {}

    /** Adds the events to the connection's open transaction. */
    public static void announce(Connection connection, List<? extends PublishedEvent> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (PublishedEvent event : events) {
                insert.setObject(1, TimeOrderedId.at(event.at()));
                insert.setString(2, PublishedEventJson.typeOf(event));
                insert.setString(3, event.subject());
                insert.setObject(4, event.at().atOffset(ZoneOffset.UTC));
                insert.setString(5, PublishedEventJson.write(event));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
