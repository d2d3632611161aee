package io.consentry.ingest.decideheld;

import io.consentry.database.TimeOrderedId;
import io.consentry.events.MessageAccepted;
import io.consentry.feed.publish.Announcements;
import io.consentry.ingest.askconsent.Decision;
import io.consentry.ingest.keepmessage.MessageStatus;
import io.consentry.ingest.openfallback.FallbackConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries a decision about a held message out, within the transaction that takes it from its queue. */
final class ApplyDecision {

    private final Connection transaction;
    private final FallbackConfig fallbacks;
    private final Instant now;

    ApplyDecision(Connection transaction, FallbackConfig fallbacks, Instant now) {
        this.transaction = transaction;
        this.fallbacks = fallbacks;
        this.now = now;
    }

    /** Lets it in, or declines it. */
    void apply(HeldMessage message, Decision decision) throws SQLException {
        if (message.suspended()) {
            decline(message, decision, "sender-suspended");
        } else if (decision.letsIn()) {
            letIn(message, decision);
        } else {
            decline(message, decision, decision.knowsThePractice() ? "practice-opted-out" : "unknown-practice");
        }
    }

    private void letIn(HeldMessage message, Decision decision) throws SQLException {
        if (decided(message, MessageStatus.PENDING, decision, null)) {
            Announcements.announce(transaction, List.of(announcement(message, decision)));
            update(
                    "update fallback set closed_at = ?, closed_by = 'delivery' where closed_at is null and sender = ?"
                            + " and practice = ? and identifier_system = ? and identifier_value = ?",
                    now.atOffset(ZoneOffset.UTC),
                    message.sender(),
                    message.practice(),
                    message.identifierSystem(),
                    message.identifierValue());
        }
    }

    /** Erases what it says and leaves the sender the duty to deliver it another way. */
    void decline(HeldMessage message, @Nullable Decision decision, String reason) throws SQLException {
        if (!decided(message, MessageStatus.DECLINED, decision, reason)) {
            return;
        }
        update("delete from message_content where message_id = ?", message.id());
        update(
                "insert into fallback (id, sender, practice, service, identifier_system, identifier_value, channel,"
                        + " address, opened_at, document)"
                        + " select ?, ?, ?, ?, ?, ?, ?, coalesce(a.address, ?), ?, m.document from message m"
                        + " left join fallback_address a on a.practice = m.practice where m.id = ?"
                        + " on conflict (sender, practice, identifier_system, identifier_value)"
                        + " where closed_at is null do nothing",
                TimeOrderedId.at(now),
                message.sender(),
                message.practice(),
                message.service(),
                message.identifierSystem(),
                message.identifierValue(),
                fallbacks.channel(),
                fallbacks.address(),
                now.atOffset(ZoneOffset.UTC),
                message.id());
    }

    /** False when its sender took it back at this very moment: then there is nothing to decide. */
    private boolean decided(
            HeldMessage message, MessageStatus status, @Nullable Decision decision, @Nullable String reason)
            throws SQLException {
        if (update("delete from held_message where message_id = ?", message.id()) == 0) {
            return false;
        }
        update(
                "update message set status = ?, declined = ?, decision_position = ?, decision_at = ? where id = ?",
                status.word(),
                status == MessageStatus.DECLINED,
                decision == null ? null : decision.position(),
                decision == null ? null : decision.at().atOffset(ZoneOffset.UTC),
                message.id());
        update(
                "insert into timeline_entry (message_id, sender, practice, status, at, reason)"
                        + " values (?, ?, ?, ?, ?, ?)",
                message.id(),
                message.sender(),
                message.practice(),
                status.word(),
                now.atOffset(ZoneOffset.UTC),
                reason);
        return true;
    }

    private static MessageAccepted announcement(HeldMessage message, Decision decision) {
        return new MessageAccepted(
                message.id().toString(),
                message.practice(),
                message.sender(),
                message.service(),
                message.receivedAt(),
                decision.position(),
                message.urgent(),
                message.flags(),
                message.sha256(),
                message.replaces());
    }

    private int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
