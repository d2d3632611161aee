package io.consentry.ingest.recordoutcome;

import io.consentry.events.FallbackAddressSet;
import io.consentry.events.FilingEvent;
import io.consentry.events.FilingRetracted;
import io.consentry.events.ItemFiled;
import io.consentry.events.ItemRejected;
import io.consentry.events.ItemReplaced;
import io.consentry.events.ItemUnread;
import io.consentry.events.ItemWithdrawn;
import io.consentry.events.PublishedEvent;
import io.consentry.feed.NumberedEvent;
import io.consentry.feed.follow.Effects;
import io.consentry.feed.follow.NotNowException;
import io.consentry.ingest.keepmessage.MessageStatus;
import io.consentry.ingest.opencorrection.OpenCorrection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes each outcome into its message's timeline. The same outcome again changes nothing; an outcome for a message
 * that is not here is an error of the feed, and is parked. Where a practice wants refused consultations is remembered
 * too.
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

    private static final String REMIND = """
            insert into timeline_entry (message_id, sender, practice, status, at)
            select m.id, m.sender, m.practice, 'unread', ? from message m
            where m.id = ? and m.practice = ? and not exists (
                select from timeline_entry t where t.message_id = m.id and t.status = 'unread')""";

    private static final String REMEMBER = """
            insert into fallback_address (practice, address, set_at) values (?, ?, ?)
            on conflict (practice) do update set address = excluded.address, set_at = excluded.set_at
            where fallback_address.set_at <= excluded.set_at""";

    private final KeepNote notes;

    RecordOutcomes(KeepNote notes) {
        this.notes = notes;
    }

    @Override
    public void apply(Connection transaction, List<NumberedEvent> events) throws SQLException, NotNowException {
        for (NumberedEvent event : events) {
            record(transaction, event.event());
        }
    }

    private void record(Connection transaction, PublishedEvent event) throws SQLException, NotNowException {
        if (event instanceof ItemFiled filed) {
            MessageStatus status = filed.withChanges() ? MessageStatus.FILED_WITH_CHANGES : MessageStatus.FILED;
            record(transaction, filed, status, null);
        } else if (event instanceof ItemRejected rejected) {
            reject(transaction, rejected);
        } else if (event instanceof ItemReplaced replaced) {
            record(transaction, replaced, MessageStatus.REPLACED, null);
        } else if (event instanceof ItemWithdrawn withdrawn) {
            record(transaction, withdrawn, MessageStatus.WITHDRAWN, null);
        } else if (event instanceof ItemUnread unread) {
            remind(transaction, unread);
        } else if (event instanceof FallbackAddressSet set) {
            remember(transaction, set);
        } else if (event instanceof FilingRetracted retracted) {
            record(transaction, retracted, MessageStatus.PENDING, retracted.reason());
        }
    }

    /** With what the practice wrote beside it, and what the sender must do about it. */
    private void reject(Connection transaction, ItemRejected rejected) throws SQLException, NotNowException {
        if (!record(transaction, rejected, MessageStatus.REJECTED, rejected.reason())) {
            return;
        }
        UUID message = UUID.fromString(rejected.messageId());
        if (rejected.correctionRequired()) {
            OpenCorrection.open(transaction, message, rejected.reason(), rejected.at());
        }
        String note = rejected.noteId();
        if (note != null) {
            notes.keep(transaction, message, rejected.practice(), note);
        }
    }

    /** Whether it is news. */
    private static boolean record(
            Connection transaction, FilingEvent event, MessageStatus status, @Nullable String reason)
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
            boolean news = statement.executeUpdate() > 0;
            if (!news) {
                requireKnown(transaction, message, event.practice());
            }
            return news;
        }
    }

    /** A step of the timeline that moves nothing: the message stays where it is. */
    private static void remind(Connection transaction, ItemUnread unread) throws SQLException {
        UUID message = UUID.fromString(unread.messageId());
        try (PreparedStatement statement = transaction.prepareStatement(REMIND)) {
            statement.setObject(1, unread.at().atOffset(ZoneOffset.UTC));
            statement.setObject(2, message);
            statement.setString(3, unread.practice());
            if (statement.executeUpdate() == 0) {
                requireKnown(transaction, message, unread.practice());
            }
        }
    }

    /** The latest stands, in whatever order they come. */
    private static void remember(Connection transaction, FallbackAddressSet set) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(REMEMBER)) {
            statement.setString(1, set.practice());
            statement.setString(2, set.address());
            statement.setObject(3, set.at().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
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
