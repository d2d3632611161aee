package io.consentry.ingest.decideheld;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The queues of held messages, one for each practice. */
final class HeldMessages {

    private static final String PRACTICES =
            "select practice from held_message group by practice order by min(number) limit 500";
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended('held/' || ?, 0))";
    private static final String QUEUE = """
            select m.id, m.sender, m.practice, m.service, m.identifier_system, m.identifier_value, m.received_at,
                   m.urgent, m.flags, encode(m.content_sha256, 'hex') as sha256, m.replaces,
                   exists (select from sender_suspension s
                           where s.lifted_at is null and (s.pharmacy = m.sender or s.system = any (m.systems))
                   ) as suspended
            from held_message h join message m on m.id = h.message_id
            where h.practice = ?""";
    private static final String FIRST = QUEUE + " order by h.number limit ?";
    private static final String OLD = QUEUE + " and m.received_at < ? order by h.number";

    private static final String TELL = """
            insert into timeline_entry (message_id, sender, practice, status, at, reason)
            select m.id, m.sender, m.practice, 'held', ?, ?
            from held_message h join message m on m.id = h.message_id
            where m.received_at < ? and not exists (
                select from timeline_entry t where t.message_id = m.id and t.reason = ?)""";

    private HeldMessages() {}

    /** Tells the senders of all that arrived before then, once. */
    static void tell(Connection connection, String reason, Instant arrivedBefore, Instant now) throws SQLException {
        try (PreparedStatement tell = connection.prepareStatement(TELL)) {
            tell.setObject(1, now.atOffset(ZoneOffset.UTC));
            tell.setString(2, reason);
            tell.setObject(3, arrivedBefore.atOffset(ZoneOffset.UTC));
            tell.setString(4, reason);
            tell.executeUpdate();
        }
    }

    /** Those of a practice's queue that arrived before then. */
    static List<HeldMessage> old(Connection transaction, String practice, Instant arrivedBefore) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(OLD)) {
            query.setString(1, practice);
            query.setObject(2, arrivedBefore.atOffset(ZoneOffset.UTC));
            return read(query);
        }
    }

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
            return read(query);
        }
    }

    private static List<HeldMessage> read(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            List<HeldMessage> messages = new ArrayList<>();
            while (row.next()) {
                messages.add(read(row));
            }
            return messages;
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
                row.getString("sha256"),
                row.getString("replaces"),
                row.getBoolean("suspended"));
    }
}
