package io.consentry.filing.receiveitem;

import io.consentry.feed.follow.NotNowException;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Announcements of the ingest service that could not be applied. Blocks. */
@Singleton
public class ParkedMessages {

    private static final String FIRST_OF_EACH = """
            select position, subject, type, cause, parked_at,
                (select count(*) - 1 from parked_event p where p.feed = first.feed and p.subject = first.subject)
            from (select distinct on (subject) feed, position, subject, type, cause, parked_at
                from parked_event where feed = ? and subject > ? order by subject, position limit ?) first
            order by subject""";
    private static final String WAITS = "select 1 from parked_event where feed = ? and position = ?";
    private static final String COUNT = "select count(*) from parked_event where feed = ?";

    private final FollowIngest follow;
    private final javax.sql.DataSource database;

    ParkedMessages(FollowIngest follow, @DataSource("runtime") javax.sql.DataSource database) {
        this.follow = follow;
        this.database = database;
    }

    /**
     * The first announcement of the next messages with one that could not be applied, in the order of messages.
     *
     * @param messageId those after it; empty for the first
     * @param atMost so many: any number may wait
     */
    public List<Parked> after(String messageId, int atMost) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement ask = connection.prepareStatement(FIRST_OF_EACH)) {
            ask.setString(1, FollowIngest.FEED);
            ask.setString(2, messageId);
            ask.setInt(3, atMost);
            try (ResultSet row = ask.executeQuery()) {
                List<Parked> parked = new ArrayList<>();
                while (row.next()) {
                    parked.add(new Parked(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.getLong(6)));
                }
                return parked;
            }
        }
    }

    /** Whether the announcement at this position of the feed waits. */
    public boolean waits(long position) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement ask = connection.prepareStatement(WAITS)) {
            ask.setString(1, FollowIngest.FEED);
            ask.setLong(2, position);
            try (ResultSet row = ask.executeQuery()) {
                return row.next();
            }
        }
    }

    /** How many announcements wait. */
    public long count() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement ask = connection.prepareStatement(COUNT)) {
            ask.setString(1, FollowIngest.FEED);
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Tries all of them again. */
    public void retry() throws SQLException, NotNowException {
        follow.retryParked();
    }

    /**
     * An announcement that could not be applied.
     *
     * @param position in the ingest service's feed
     * @param cause the class of what went wrong
     * @param waiting how many later announcements of the same message wait for it
     */
    public record Parked(long position, String messageId, String type, String cause, Instant since, long waiting) {}
}
