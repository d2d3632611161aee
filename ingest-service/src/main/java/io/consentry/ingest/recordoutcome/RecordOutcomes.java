package io.consentry.ingest.recordoutcome;

import io.consentry.events.ItemFiled;
import io.consentry.events.ItemRejected;
import io.consentry.events.ItemReplaced;
import io.consentry.events.ItemWithdrawn;
import io.consentry.events.PublishedEvent;
import io.consentry.feed.NumberedEvent;
import io.consentry.feed.follow.Effects;
import io.consentry.ingest.keepmessage.MessageStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes each outcome into its message's timeline. The same outcome again changes nothing; an outcome for a message
 * that is not here is an error of the feed, and is parked.
 */
final class RecordOutcomes implements Effects {

    private static final String RECORD = """
            with told as (
                update message set status = ?, document = case when ? then null else document end
                where id = ? and practice = ? and status <> ?
                returning id, sender, practice
            )
            insert into timeline_entry (message_id, sender, practice, status, at, by_whom, reason)
            select id, sender, practice, ?, ?, ?, ? from told""";

    @Override
    public void apply(Connection transaction, List<NumberedEvent> events) throws SQLException {
        for (NumberedEvent event : events) {
            record(transaction, event.event());
        }
    }

    private static void record(Connection transaction, PublishedEvent event) throws SQLException {
        if (event instanceof ItemFiled filed) {
            MessageStatus status = filed.withChanges() ? MessageStatus.FILED_WITH_CHANGES : MessageStatus.FILED;
            record(transaction, filed, status, null);
        } else if (event instanceof ItemRejected rejected) {
            record(transaction, rejected, MessageStatus.REJECTED, rejected.reason());
        } else if (event instanceof ItemReplaced replaced) {
            record(transaction, replaced, MessageStatus.REPLACED, null);
        } else if (event instanceof ItemWithdrawn withdrawn) {
            record(transaction, withdrawn, MessageStatus.WITHDRAWN, null);
        }
    }

    private static void record(
            Connection transaction, PublishedEvent event, MessageStatus status, @Nullable String reason)
            throws SQLException {
        UUID message = UUID.fromString(event.messageId());
        try (PreparedStatement statement = transaction.prepareStatement(RECORD)) {
            statement.setString(1, status.word());
            // Once taken back, the same document may come again.
            statement.setBoolean(2, status == MessageStatus.WITHDRAWN);
            statement.setObject(3, message);
            statement.setString(4, event.practice());
            statement.setString(5, status.word());
            statement.setString(6, status.word());
            statement.setObject(7, event.at().atOffset(ZoneOffset.UTC));
            statement.setString(8, isAPersonsAct(status) ? event.practice() : null);
            statement.setString(9, reason);
            if (statement.executeUpdate() == 0) {
                requireKnown(transaction, message, event.practice());
            }
        }
    }

    private static boolean isAPersonsAct(MessageStatus status) {
        return status != MessageStatus.WITHDRAWN && status != MessageStatus.REPLACED;
    }

    private static void requireKnown(Connection transaction, UUID message, String practice) throws SQLException {
        try (PreparedStatement query =
                transaction.prepareStatement("select 1 from message where id = ? and practice = ?")) {
            query.setObject(1, message);
            query.setString(2, practice);
            try (var found = query.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("An outcome for a message that was never received");
                }
            }
        }
    }
}
