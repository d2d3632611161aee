package io.consentry.feed.follow;

import io.consentry.feed.DeliveredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Events of one feed that could not be applied, and those of the same message that came later. */
final class ParkedEvents {

    private final String feed;

    ParkedEvents(String feed) {
        this.feed = feed;
    }

    void park(Connection transaction, DeliveredEvent event, String cause) throws SQLException {
        try (PreparedStatement park = transaction.prepareStatement(
                "insert into parked_event (feed, position, subject, id, type, data, cause) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing")) {
            park.setString(1, feed);
            park.setLong(2, event.position());
            park.setString(3, event.subject());
            park.setObject(4, event.id());
            park.setString(5, event.type());
            park.setString(6, event.data());
            park.setString(7, cause);
            park.executeUpdate();
        }
    }

    /** Whether an earlier event of the same message waits here. */
    boolean holdBack(Connection transaction, DeliveredEvent event) throws SQLException {
        try (PreparedStatement ask =
                transaction.prepareStatement("select 1 from parked_event where feed = ? and subject = ? limit 1")) {
            ask.setString(1, feed);
            ask.setString(2, event.subject());
            try (ResultSet found = ask.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Whether an earlier event of any of their messages waits here. */
    boolean holdBackAny(Connection transaction, List<DeliveredEvent> events) throws SQLException {
        try (PreparedStatement ask = transaction.prepareStatement(
                "select 1 from parked_event where feed = ? and subject = any (?) limit 1")) {
            ask.setString(1, feed);
            ask.setArray(
                    2,
                    transaction.createArrayOf(
                            "text", events.stream().map(DeliveredEvent::subject).toArray()));
            try (ResultSet found = ask.executeQuery()) {
                return found.next();
            }
        }
    }

    /** The next that wait after a position, in order. */
    List<DeliveredEvent> waiting(Connection connection, long after, int atMost) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("select position, id, type, subject, data"
                + " from parked_event where feed = ? and position > ? order by position limit ?")) {
            ask.setString(1, feed);
            ask.setLong(2, after);
            ask.setInt(3, atMost);
            try (ResultSet row = ask.executeQuery()) {
                List<DeliveredEvent> events = new ArrayList<>();
                while (row.next()) {
                    events.add(new DeliveredEvent(
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5)));
                }
                return events;
            }
        }
    }

    /** Whether it still waited here. */
    boolean release(Connection transaction, DeliveredEvent event) throws SQLException {
        try (PreparedStatement release =
                transaction.prepareStatement("delete from parked_event where feed = ? and position = ?")) {
            release.setString(1, feed);
            release.setLong(2, event.position());
            return release.executeUpdate() > 0;
        }
    }
}
