package io.consentry.filing.showworklist;

import io.consentry.filing.item.Actor;
import io.consentry.filing.item.DecisionUndone;
import io.consentry.filing.item.FilingRetracted;
import io.consentry.filing.item.ItemAssigned;
import io.consentry.filing.item.ItemEvent;
import io.consentry.filing.item.ItemFiled;
import io.consentry.filing.item.ItemRecalled;
import io.consentry.filing.item.ItemReceived;
import io.consentry.filing.item.ItemRejected;
import io.consentry.filing.item.ItemReplaced;
import io.consentry.filing.item.ItemStatus;
import io.consentry.filing.item.ItemWithdrawn;
import io.consentry.filing.item.NewerDocumentReceived;
import io.consentry.filing.item.NoteAdded;
import io.consentry.filing.item.RecallConfirmed;
import io.consentry.filing.item.RejectionReason;
import io.consentry.filing.item.WithdrawalAsked;
import io.consentry.filing.showworklist.ShownChanges.Change;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code worklist_item}, in the transaction of its own position.
 *
 * <p>Each row carries the version it shows: an event that was applied before changes nothing, and an event of an item
 * without a row is an error, because it would be a decision nobody sees.
 */
@Singleton
@RegisterForReflection
public class WorklistProjector {

    private final Shown shown;

    @Inject
    WorklistProjector(ShownVersions shown) {
        this(shown::afterCommit);
    }

    private WorklistProjector(Shown shown) {
        this.shown = shown;
    }

    /** One that tells nobody: for a table that is not shown yet. */
    public static WorklistProjector unwatched() {
        return new WorklistProjector((transaction, change) -> {});
    }

    @EventHandler
    void on(ItemReceived event, @SequenceNumber long version, Connection transaction) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(WorklistStatements.RECEIVED)) {
            insert.setString(1, event.itemId());
            insert.setString(2, event.practice());
            insert.setString(3, event.pharmacy());
            insert.setString(4, event.service());
            insert.setShort(5, Urgency.of(event.urgent()));
            insert.setObject(6, event.receivedAt().atOffset(ZoneOffset.UTC));
            insert.setInt(7, event.flags());
            insert.setInt(8, event.entries());
            insert.setLong(9, event.decisionPosition());
            insert.setString(10, event.contentHash());
            insert.setString(11, event.replaces());
            insert.setInt(12, event.requestedActions());
            insert.setLong(13, version);
            insert.executeUpdate();
        }
        shown.tell(transaction, new Change(event.practice(), event.itemId(), version));
    }

    @EventHandler
    void on(ItemFiled event, @SequenceNumber long version, Connection transaction) throws SQLException {
        decided(transaction, event, version, event.status(), event.by(), event.at(), event.finalFrom());
    }

    @EventHandler
    void on(ItemRejected event, @SequenceNumber long version, Connection transaction) throws SQLException {
        decided(transaction, event, version, ItemStatus.REJECTED, event.by(), event.at(), event.finalFrom());
    }

    @EventHandler
    void on(ItemReplaced event, @SequenceNumber long version, Connection transaction) throws SQLException {
        decided(transaction, event, version, ItemStatus.REPLACED, null, event.at(), null);
    }

    @EventHandler
    void on(ItemWithdrawn event, @SequenceNumber long version, Connection transaction) throws SQLException {
        decided(transaction, event, version, ItemStatus.WITHDRAWN, null, event.at(), null);
    }

    @EventHandler
    void on(WithdrawalAsked event, @SequenceNumber long version, Connection transaction) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(WorklistStatements.WITHDRAWAL_ASKED)) {
            update.setString(1, event.reason());
            apply(update, 2, event, version);
        }
    }

    @EventHandler
    void on(DecisionUndone event, @SequenceNumber long version, Connection transaction) throws SQLException {
        undecided(transaction, event, version, event.backTo(), false);
    }

    @EventHandler
    void on(FilingRetracted event, @SequenceNumber long version, Connection transaction) throws SQLException {
        undecided(transaction, event, version, event.backTo(), isPossibleBreach(event.reason()));
    }

    @EventHandler
    void on(ItemAssigned event, @SequenceNumber long version, Connection transaction) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(WorklistStatements.ASSIGNED)) {
            update.setString(1, event.to());
            apply(update, 2, event, version);
        }
    }

    @EventHandler
    void on(ItemRecalled event, @SequenceNumber long version, Connection transaction) throws SQLException {
        recalls(transaction, event, version, 1);
    }

    @EventHandler
    void on(RecallConfirmed event, @SequenceNumber long version, Connection transaction) throws SQLException {
        recalls(transaction, event, version, -1);
    }

    @EventHandler
    void on(NoteAdded event, @SequenceNumber long version, Connection transaction) throws SQLException {
        moveVersion(transaction, event, version);
    }

    @EventHandler
    void on(NewerDocumentReceived event, @SequenceNumber long version, Connection transaction) throws SQLException {
        moveVersion(transaction, event, version);
    }

    private void decided(
            Connection transaction,
            ItemEvent event,
            long version,
            ItemStatus status,
            @Nullable Actor by,
            Instant at,
            @Nullable Instant finalFrom)
            throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(WorklistStatements.DECIDED)) {
            update.setString(1, status.word());
            update.setBoolean(2, isPossibleBreach(event));
            update.setString(3, by == null ? null : by.id());
            update.setString(4, by == null ? null : by.name());
            update.setObject(5, at.atOffset(ZoneOffset.UTC));
            update.setObject(6, finalFrom == null ? null : finalFrom.atOffset(ZoneOffset.UTC));
            apply(update, 7, event, version);
        }
    }

    private void undecided(Connection transaction, ItemEvent event, long version, String backTo, boolean possibleBreach)
            throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(WorklistStatements.UNDONE)) {
            update.setString(1, backTo);
            update.setBoolean(2, possibleBreach);
            apply(update, 3, event, version);
        }
    }

    private static boolean isPossibleBreach(ItemEvent event) {
        return event instanceof ItemRejected rejected && isPossibleBreach(rejected.reason());
    }

    private static boolean isPossibleBreach(String reason) {
        return RejectionReason.of(reason)
                .map(RejectionReason::meansAPossibleBreach)
                .orElse(false);
    }

    private void recalls(Connection transaction, ItemEvent event, long version, int more) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(WorklistStatements.RECALLS)) {
            update.setInt(1, more);
            apply(update, 2, event, version);
        }
    }

    private void moveVersion(Connection transaction, ItemEvent event, long version) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(WorklistStatements.NOTHING_SHOWN)) {
            apply(update, 1, event, version);
        }
    }

    /** Every update ends with the version, the item, and the version again. */
    private void apply(PreparedStatement update, int place, ItemEvent event, long version) throws SQLException {
        update.setLong(place, version);
        update.setString(place + 1, event.itemId());
        update.setLong(place + 2, version);
        if (update.executeUpdate() == 0) {
            requireRow(update.getConnection(), event.itemId());
        }
        shown.tell(update.getConnection(), new Change(event.practice(), event.itemId(), version));
    }

    private static void requireRow(Connection transaction, String itemId) throws SQLException {
        try (PreparedStatement ask = transaction.prepareStatement("select 1 from worklist_item where item_id = ?")) {
            ask.setString(1, itemId);
            try (ResultSet row = ask.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("An event came for item " + itemId + ", which has no row");
                }
            }
        }
    }

    /** Who is told of a row that was written. */
    @FunctionalInterface
    private interface Shown {
        void tell(Connection transaction, Change change);
    }
}
