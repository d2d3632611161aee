package io.consentry.ingest.decideheld;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The queues of held messages, one for each practice. */
final class HeldMessages {

    private static final String PRACTICES =
            "select practice from held_message group by practice order by min(number) limit 500";
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended('held/' || ?, 0))";
    private static final String FIRST = """
            select m.id, m.sender, m.practice, m.service, m.identifier_system, m.identifier_value, m.received_at,
                   m.urgent, m.flags, encode(m.content_sha256, 'hex') as sha256
            from held_message h join message m on m.id = h.message_id
            where h.practice = ? order by h.number limit ?""";

    private HeldMessages() {}

    /** Practices for which anything is held, the one that waits longest first. */
    static List<String> practices(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(PRACTICES);
                ResultSet row = query.executeQuery()) {
            List<String> practices = new ArrayList<>();
            while (row.next()) {
                practices.add(row.getString(1));
            }
            return practices;
        }
    }

    /** Takes a practice's queue until the transaction ends; false when another process has it. */
    static boolean lock(Connection transaction, String practice) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(LOCK)) {
            query.setString(1, practice);
            try (ResultSet answer = query.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    /** The first of a practice's queue, in the order of arrival. */
    static List<HeldMessage> first(Connection transaction, String practice, int limit) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(FIRST)) {
            query.setString(1, practice);
            query.setInt(2, limit);
            try (ResultSet row = query.executeQuery()) {
                List<HeldMessage> messages = new ArrayList<>();
                while (row.next()) {
                    messages.add(read(row));
                }
                return messages;
            }
        }
    }

    private static HeldMessage read(ResultSet row) throws SQLException {
        return new HeldMessage(
                row.getObject("id", UUID.class),
                row.getString("sender"),
                row.getString("practice"),
                row.getString("service"),
                row.getString("identifier_system"),
                row.getString("identifier_value"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("urgent"),
                row.getInt("flags"),
                row.getString("sha256"));
    }
}
