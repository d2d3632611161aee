package io.consentry.filing.recallitems;

import io.consentry.filing.item.Actor;
import io.consentry.web.caller.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recalls that are being looked for, and how far looking has come. */
final class OpenRecalls {

    private static final String OPEN = """
            select recall_id, codes, pharmacy, system, service, received_from, received_to, opened_by, opened_at,
                matching, recalled, cursor_item, passed_once
            from recall where finished_at is null""";

    /** Those that wait for their last pass let the others go first: what they wait for may take long. */
    private static final String IN_ORDER = OPEN + " order by (passed_once and cursor_item = ''), opened_at";

    private static final String LOCK = OPEN + " and recall_id = ? for update skip locked";

    private static final String MOVE =
            "update recall set matching = ?, recalled = ?, cursor_item = ? where recall_id = ?";

    private static final String BEGIN_AGAIN =
            "update recall set matching = ?, cursor_item = '', passed_once = true where recall_id = ?";

    private OpenRecalls() {}

    /** In the order in which they are looked for; another process may be at work at any of them. */
    static List<OpenOne> inOrder(Connection transaction) throws SQLException {
        try (PreparedStatement ask = transaction.prepareStatement(IN_ORDER);
                ResultSet row = ask.executeQuery()) {
            List<OpenOne> recalls = new ArrayList<>();
            while (row.next()) {
                recalls.add(read(row));
            }
            return recalls;
        }
    }

    /** For as long as the transaction lasts; empty where another process works at it, or has finished it. */
    static Optional<OpenOne> lock(Connection transaction, String recallId) throws SQLException {
        try (PreparedStatement ask = transaction.prepareStatement(LOCK)) {
            ask.setString(1, recallId);
            try (ResultSet row = ask.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    static void move(Connection transaction, String recallId, long matching, long recalled, String cursor)
            throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(MOVE)) {
            update.setLong(1, matching);
            update.setLong(2, recalled);
            update.setString(3, cursor);
            update.setString(4, recallId);
            update.executeUpdate();
        }
    }

    /** The whole history was looked over once. */
    static void beginAgain(Connection transaction, String recallId, long matching) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(BEGIN_AGAIN)) {
            update.setLong(1, matching);
            update.setString(2, recallId);
            update.executeUpdate();
        }
    }

    private static OpenOne read(ResultSet row) throws SQLException {
        return new OpenOne(
                row.getString("recall_id"),
                criteria(row),
                openedBy(row),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("matching", Long.class),
                row.getLong("recalled"),
                row.getString("cursor_item"),
                row.getBoolean("passed_once"));
    }

    static Actor openedBy(ResultSet row) throws SQLException {
        String name = row.getString("opened_by");
        return new Actor(name, name, Role.OPERATOR, "");
    }

    static RecallCriteria criteria(ResultSet row) throws SQLException {
        return new RecallCriteria(
                List.of((String[]) row.getArray("codes").getArray()),
                row.getString("pharmacy"),
                row.getString("system"),
                row.getString("service"),
                time(row, "received_from"),
                row.getObject("received_to", OffsetDateTime.class).toInstant());
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /**
     * A recall that is being looked for.
     *
     * @param matching how many matched when looking began; absent before
     * @param recalled how many of them have been found by now
     * @param cursor looking goes on after this item
     * @param passedOnce whether all were looked at once, so that the next pass is the last
     */
    record OpenOne(
            String id,
            RecallCriteria criteria,
            Actor by,
            Instant openedAt,
            @Nullable Long matching,
            long recalled,
            String cursor,
            boolean passedOnce) {

        boolean waitsForItsLastPass() {
            return passedOnce && cursor.isEmpty();
        }
    }
}
