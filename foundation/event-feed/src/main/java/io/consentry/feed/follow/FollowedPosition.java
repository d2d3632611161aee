package io.consentry.feed.follow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How far one followed feed has been applied. */
final class FollowedPosition {

    private final String feed;

    FollowedPosition(String feed) {
        this.feed = feed;
    }

    /** Reads the position and keeps every other process from moving it until the transaction ends. */
    long lock(Connection transaction) throws SQLException {
        try (PreparedStatement begin = transaction.prepareStatement(
                "insert into followed_feed (feed, position) values (?, 0) on conflict do nothing")) {
            begin.setString(1, feed);
            begin.executeUpdate();
        }
        return ask(transaction, "select position from followed_feed where feed = ? for update");
    }

    /** Reads the position. */
    long read(Connection connection) throws SQLException {
        return ask(connection, "select coalesce((select position from followed_feed where feed = ?), 0)");
    }

    void moveTo(Connection transaction, long position) throws SQLException {
        try (PreparedStatement move =
                transaction.prepareStatement("update followed_feed set position = ? where feed = ?")) {
            move.setLong(1, position);
            move.setString(2, feed);
            move.executeUpdate();
        }
    }

    private long ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(question)) {
            ask.setString(1, feed);
            try (ResultSet answer = ask.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }
}
