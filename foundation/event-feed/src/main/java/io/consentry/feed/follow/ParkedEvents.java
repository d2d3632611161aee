package io.consentry.feed.follow;

import io.consentry.feed.CloudEventBatch;
import io.consentry.feed.NumberedEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Events of one feed that could not be applied, and those of the same message that came later. */
final class ParkedEvents {

    private final String feed;

    ParkedEvents(String feed) {
        this.feed = feed;
    }

    void park(Connection transaction, NumberedEvent event, String cause) throws SQLException {
        try (PreparedStatement park = transaction.prepareStatement(
                "insert into parked_event (feed, position, subject, event, cause) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing")) {
            park.setString(1, feed);
            park.setLong(2, event.position());
            park.setString(3, event.event().messageId());
            park.setString(
                    4,
                    new String(CloudEventBatch.write(URI.create("/" + feed), List.of(event)), StandardCharsets.UTF_8));
            park.setString(5, cause);
            park.executeUpdate();
        }
    }

    /** Whether an earlier event of the same message waits here. */
    boolean holdBack(Connection transaction, NumberedEvent event) throws SQLException {
        try (PreparedStatement ask =
                transaction.prepareStatement("select 1 from parked_event where feed = ? and subject = ? limit 1")) {
            ask.setString(1, feed);
            ask.setString(2, event.event().messageId());
            try (ResultSet found = ask.executeQuery()) {
                return found.next();
            }
        }
    }

    /** All that waits, in order. */
    List<NumberedEvent> waiting(Connection connection) throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement("select event from parked_event where feed = ? order by position")) {
            ask.setString(1, feed);
            try (ResultSet row = ask.executeQuery()) {
                List<NumberedEvent> events = new ArrayList<>();
                while (row.next()) {
                    events.addAll(CloudEventBatch.read(row.getString(1).getBytes(StandardCharsets.UTF_8)));
                }
                return events;
            }
        }
    }

    void release(Connection transaction, NumberedEvent event) throws SQLException {
        try (PreparedStatement release =
                transaction.prepareStatement("delete from parked_event where feed = ? and position = ?")) {
            release.setString(1, feed);
            release.setLong(2, event.position());
            release.executeUpdate();
        }
    }
}
