package io.consentry.filing.exportfiled;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Appends to a practice's feed in the transaction in which a filing becomes final. */
public final class FiledFeed {

    /** One writer a practice at a time, until it commits: so positions are gapless in the order of commits. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('filed-feed/' || ?, 0))";

    private static final String APPEND = """
            insert into filed_feed (practice, position, item_id, filed_at, with_changes)
            select ?, coalesce(max(position), 0) + 1, ?, ?, ? from filed_feed where practice = ?""";

    private FiledFeed() {}

    /** The item was filed, and can no longer be undone. */
    public static void append(
            Connection transaction, String practice, String itemId, Instant filedAt, boolean withChanges)
            throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement(LOCK)) {
            lock.setString(1, practice);
            lock.execute();
        }
        try (PreparedStatement append = transaction.prepareStatement(APPEND)) {
            append.setString(1, practice);
            append.setString(2, itemId);
            append.setObject(3, filedAt.atOffset(ZoneOffset.UTC));
            append.setBoolean(4, withChanges);
            append.setString(5, practice);
            append.executeUpdate();
        }
    }
}
