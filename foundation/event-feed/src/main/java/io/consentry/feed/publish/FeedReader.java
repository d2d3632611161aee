package io.consentry.feed.publish;

import io.agroal.api.AgroalDataSource;
import io.consentry.feed.NumberedEvent;
import io.consentry.feed.PublishedEventJson;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads this service's own feed by position. */
@Singleton
class FeedReader {

    /** Between two looks while a reader waits: another process may be the one that numbers. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private static final String READ =
            "select position, id, type, data from feed_event where position > ? order by position limit ?";

    private final AgroalDataSource database;
    private final FeedSignal signal;

    FeedReader(@DataSource("runtime") AgroalDataSource database, FeedSignal signal) {
        this.database = database;
        this.signal = signal;
    }

    /** What follows the position; waits for the first of it at most this long. */
    List<NumberedEvent> after(long position, int limit, Duration wait) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            List<NumberedEvent> events = after(position, limit);
            Duration left = FeedSignal.until(deadline);
            if (!events.isEmpty()
                    || left.isZero()
                    || !signal.awaitBeyond(position, FeedSignal.shorter(left, LOOK_AGAIN))) {
                return events;
            }
        }
    }

    private List<NumberedEvent> after(long position, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.setLong(1, position);
            read.setInt(2, limit);
            try (ResultSet row = read.executeQuery()) {
                List<NumberedEvent> events = new ArrayList<>();
                while (row.next()) {
                    events.add(new NumberedEvent(
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            PublishedEventJson.read(row.getString(3), row.getString(4))));
                }
                return events;
            }
        }
    }
}
