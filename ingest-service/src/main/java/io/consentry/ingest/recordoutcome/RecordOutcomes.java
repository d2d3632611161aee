package io.consentry.ingest.recordoutcome;

import io.consentry.events.FallbackAddressSet;
import io.consentry.events.FilingEvent;
import io.consentry.events.ItemRejected;
import io.consentry.events.ItemUnread;
import io.consentry.events.PublishedEvent;
import io.consentry.feed.NumberedEvent;
import io.consentry.feed.follow.Effects;
import io.consentry.feed.follow.NotNowException;
import io.consentry.ingest.opencorrection.OpenCorrection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Writes each outcome into its message's timeline. The same outcome again changes nothing; an outcome for a message
 * that is not here is an error of the feed, and is parked. Where a practice wants refused consultations is remembered
 * too.
 */
final class RecordOutcomes implements Effects {

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
        Map<String, FilingEvent> together = new LinkedHashMap<>();
        for (NumberedEvent numbered : events) {
            PublishedEvent event = numbered.event();
            if (event instanceof FilingEvent outcome && !(event instanceof ItemUnread)) {
                if (together.containsKey(outcome.messageId())) {
                    record(transaction, together);
                }
                together.put(outcome.messageId(), outcome);
            } else {
                record(transaction, together);
                apply(transaction, event);
            }
        }
        record(transaction, together);
    }

    private static void apply(Connection transaction, PublishedEvent event) throws SQLException {
        if (event instanceof ItemUnread unread) {
            remind(transaction, unread);
        } else if (event instanceof FallbackAddressSet set) {
            remember(transaction, set);
        }
    }

    /** At most one of each message, since one statement moves a message once. Leaves none. */
    private void record(Connection transaction, Map<String, FilingEvent> together)
            throws SQLException, NotNowException {
        List<Outcome> outcomes = together.values().stream().map(Outcome::of).toList();
        Set<UUID> news = OutcomeTable.record(transaction, outcomes);
        for (Outcome outcome : outcomes) {
            if (!news.contains(outcome.message())) {
                requireKnown(transaction, outcome.message(), outcome.practice());
            }
        }
        for (FilingEvent event : together.values()) {
            if (event instanceof ItemRejected rejected && news.contains(UUID.fromString(rejected.messageId()))) {
                followRejection(transaction, rejected);
            }
        }
        together.clear();
    }

    /** What the sender must do about it, and what the practice wrote beside it. */
    private void followRejection(Connection transaction, ItemRejected rejected) throws SQLException, NotNowException {
        UUID message = UUID.fromString(rejected.messageId());
        if (rejected.correctionRequired()) {
            OpenCorrection.open(transaction, message, rejected.reason(), rejected.at());
        }
        String note = rejected.noteId();
        if (note != null) {
            notes.keep(transaction, message, rejected.practice(), note);
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
