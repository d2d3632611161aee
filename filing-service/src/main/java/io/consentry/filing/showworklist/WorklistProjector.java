package io.consentry.filing.showworklist;

import io.consentry.filing.item.Actor;
import io.consentry.filing.item.DecisionUndone;
import io.consentry.filing.item.ItemAssigned;
import io.consentry.filing.item.ItemEvent;
import io.consentry.filing.item.ItemFiled;
import io.consentry.filing.item.ItemReceived;
import io.consentry.filing.item.ItemRejected;
import io.consentry.filing.item.ItemReplaced;
import io.consentry.filing.item.ItemStatus;
import io.consentry.filing.item.ItemWithdrawn;
import io.consentry.filing.item.NewerDocumentReceived;
import io.consentry.filing.item.NoteAdded;
import io.consentry.filing.item.WithdrawalAsked;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
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

    private static final String RECEIVED = """
            insert into worklist_item (item_id, practice, pharmacy, service, status, urgency, received_at, flags,
                entries, decision_position, content_hash, replaces, version)
            values (?, ?, ?, ?, 'pending', ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (item_id) do nothing""";

    private static final String DECIDED = """
            update worklist_item
            set status = ?, decided_by = ?, decided_by_name = ?, decided_at = ?, final_from = ?, version = ?
            where item_id = ? and version < ?""";

    private static final String UNDONE = """
            update worklist_item
            set status = ?, decided_by = null, decided_by_name = null, decided_at = null, final_from = null, version = ?
            where item_id = ? and version < ?""";

    private static final String ASSIGNED =
            "update worklist_item set assignee = ?, version = ? where item_id = ? and version < ?";

    private static final String WITHDRAWAL_ASKED =
            "update worklist_item set withdrawal_asked = ?, version = ? where item_id = ? and version < ?";

    private static final String NOTHING_SHOWN =
            "update worklist_item set version = ? where item_id = ? and version < ?";

    private final ShownVersions shown;

    WorklistProjector(ShownVersions shown) {
        this.shown = shown;
    }

    @EventHandler
    void on(ItemReceived event, @SequenceNumber long version, Connection transaction) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(RECEIVED)) {
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
            insert.setLong(12, version);
            insert.executeUpdate();
        }
        shown.afterCommit(event.practice(), event.itemId(), version);
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
        try (PreparedStatement update = transaction.prepareStatement(WITHDRAWAL_ASKED)) {
            update.setString(1, event.reason());
            apply(update, 2, event, version);
        }
    }

    @EventHandler
    void on(DecisionUndone event, @SequenceNumber long version, Connection transaction) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(UNDONE)) {
            update.setString(1, event.backTo());
            apply(update, 2, event, version);
        }
    }

    @EventHandler
    void on(ItemAssigned event, @SequenceNumber long version, Connection transaction) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(ASSIGNED)) {
            update.setString(1, event.to());
            apply(update, 2, event, version);
        }
    }

    @EventHandler
    void on(NoteAdded event, @SequenceNumber long version, Connection transaction) throws SQLException {
        moveVersion(transaction, event, version);
    }

    @EventHandler
    void on(NewerDocumentReceived event, @SequenceNumber long version, Connection transaction) throws SQLException {
        moveVersion(transaction, event, version);
    }

    /** A replay begins: the table is built anew. */
    @ResetHandler
    void reset(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute("delete from worklist_item");
        }
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
        try (PreparedStatement update = transaction.prepareStatement(DECIDED)) {
            update.setString(1, status.word());
            update.setString(2, by == null ? null : by.id());
            update.setString(3, by == null ? null : by.name());
            update.setObject(4, at.atOffset(ZoneOffset.UTC));
            update.setObject(5, finalFrom == null ? null : finalFrom.atOffset(ZoneOffset.UTC));
            apply(update, 6, event, version);
        }
    }

    private void moveVersion(Connection transaction, ItemEvent event, long version) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(NOTHING_SHOWN)) {
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
        shown.afterCommit(event.practice(), event.itemId(), version);
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
}
