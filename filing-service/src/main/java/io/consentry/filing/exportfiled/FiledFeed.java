package io.consentry.filing.exportfiled;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Appends to a practice's feed in the transaction in which a filing becomes final or is retracted. */
public final class FiledFeed {

    /** One writer a practice at a time, until it commits: so positions are gapless in the order of commits. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('filed-feed/' || ?, 0))";

    private static final String APPEND = """
            insert into filed_feed (practice, position, item_id, what, filed_at, with_changes)
            select ?, coalesce(max(position), 0) + 1, ?, ?, ?, ? from filed_feed where practice = ?""";

    private FiledFeed() {}

    /** The item was filed, and can no longer be undone. */
    public static void filed(
            Connection transaction, String practice, String itemId, Instant filedAt, boolean withChanges)
            throws SQLException {
        append(transaction, practice, itemId, FiledEntry.FILED, filedAt, withChanges);
    }

    /** What an earlier entry says was filed is to be taken out of the record again. */
    public static void retracted(Connection transaction, String practice, String itemId, Instant at)
            throws SQLException {
        append(transaction, practice, itemId, FiledEntry.RETRACTED, at, false);
    }

    private static void append(
            Connection transaction, String practice, String itemId, String what, Instant at, boolean withChanges)
            throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(LOCK)) {
            lock.setString(1, practice);
            lock.execute();
        }
        try (PreparedStatement append = transaction.prepareStatement(APPEND)) {
            append.setString(1, practice);
            append.setString(2, itemId);
            append.setString(3, what);
            append.setObject(4, at.atOffset(ZoneOffset.UTC));
            append.setBoolean(5, withChanges);
            append.setString(6, practice);
            append.executeUpdate();
        }
    }
}
