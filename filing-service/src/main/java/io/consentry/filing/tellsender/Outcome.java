package io.consentry.filing.tellsender;

import io.consentry.events.FilingEvent;
import io.consentry.events.ItemFiled;
import io.consentry.events.ItemRejected;
import io.consentry.feed.publish.Announcements;
import io.consentry.filing.exportfiled.FiledFeed;
import io.consentry.filing.exportfiled.FinalFiling;
import io.consentry.filing.item.ItemStatus;
import io.consentry.filing.item.RejectionReason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision that is final: the sender is to hear of it, and the clinical system of a filing.
 *
 * @param noteId names the words beside a rejection that the sender may read
 */
record Outcome(
        String itemId,
        String practice,
        Instant decidedAt,
        String status,
        @Nullable String reason,
        @Nullable String noteId) {

    private static final String COLUMNS = " returning item_id, practice, decided_at, status, reason, note_id";

    /** Takes the rows that the statement deletes: whoever takes a row tells of it, and nobody else does. */
    static List<Outcome> take(PreparedStatement delete) throws SQLException {
        try (ResultSet row = delete.executeQuery()) {
            List<Outcome> taken = new ArrayList<>();
            while (row.next()) {
                taken.add(new Outcome(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
            }
            return taken;
        }
    }

    /** The statement, with what {@link #take} reads. */
    static PreparedStatement taking(Connection transaction, String delete) throws SQLException {
        return transaction.prepareStatement(delete + COLUMNS);
    }

    /** Announces all of them and puts filings into their practices' feeds, in the transaction that took them. */
    static void tell(Connection transaction, List<Outcome> outcomes) throws SQLException {
        Announcements.announce(
                transaction, outcomes.stream().map(Outcome::published).toList());
        FiledFeed.filed(
                transaction,
                outcomes.stream()
                        .filter(outcome -> !outcome.isRejected())
                        .map(Outcome::filing)
                        .toList());
    }

    private FinalFiling filing() {
        return new FinalFiling(practice, itemId, decidedAt, isWithChanges());
    }

    private FilingEvent published() {
        return isRejected() ? rejected() : new ItemFiled(itemId, practice, decidedAt, isWithChanges());
    }

    private ItemRejected rejected() {
        String word = Objects.requireNonNull(reason);
        boolean correctionRequired = RejectionReason.of(word)
                .map(RejectionReason::meansAPossibleBreach)
                .orElse(false);
        return new ItemRejected(itemId, practice, decidedAt, word, correctionRequired, noteId);
    }

    private boolean isRejected() {
        return status.equals(ItemStatus.REJECTED.word());
    }

    private boolean isWithChanges() {
        return status.equals(ItemStatus.FILED_WITH_CHANGES.word());
    }
}
