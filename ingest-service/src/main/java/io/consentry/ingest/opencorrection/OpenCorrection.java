package io.consentry.ingest.opencorrection;

import io.consentry.database.TimeOrderedId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Opens the duty, in the transaction that records the rejection. A message has one at most. */
public final class OpenCorrection {

    private static final String OPEN = """
            insert into correction (id, message_id, sender, practice, service, identifier, reason, opened_at)
            select ?, m.id, m.sender, m.practice, m.service, m.identifier_value, ?, ? from message m where m.id = ?
            on conflict (message_id) do nothing""";

    private OpenCorrection() {}

    /**
     * For a message that its practice rejected.
     *
     * @param reason why, a listed code
     * @param at when the practice rejected it
     */
    public static void open(Connection transaction, UUID message, String reason, Instant at) throws SQLException {
        try (PreparedStatement open = transaction.prepareStatement(OPEN)) {
            open.setObject(1, TimeOrderedId.at(at));
            open.setString(2, reason);
            open.setObject(3, at.atOffset(ZoneOffset.UTC));
            open.setObject(4, message);
            open.executeUpdate();
        }
    }
}
