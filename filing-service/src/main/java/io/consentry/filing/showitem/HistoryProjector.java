package io.consentry.filing.showitem;

import io.consentry.eventstore.Gathered;
import io.consentry.eventstore.GathersWrites;
import io.consentry.filing.item.DecisionUndone;
import io.consentry.filing.item.FilingRetracted;
import io.consentry.filing.item.ItemAssigned;
import io.consentry.filing.item.ItemFiled;
import io.consentry.filing.item.ItemRecalled;
import io.consentry.filing.item.ItemReceived;
import io.consentry.filing.item.ItemRejected;
import io.consentry.filing.item.ItemReplaced;
import io.consentry.filing.item.ItemWithdrawn;
import io.consentry.filing.item.NewerDocumentReceived;
import io.consentry.filing.item.NoteAdded;
import io.consentry.filing.item.RecallConfirmed;
import io.consentry.filing.item.WithdrawalAsked;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Keeps {@code item_history}: one row an event, in the transaction of its own position. */
@Singleton
@RegisterForReflection
public class HistoryProjector implements GathersWrites {

    private final Gathered<HistoryRow> rows = new Gathered<>();

    @EventHandler
    void on(ItemReceived event, @SequenceNumber long version) {
        HistoryRow.of(event, version, "received", event.receivedAt())
                .otherItem(event.replaces())
                .in(rows);
    }

    @EventHandler
    void on(ItemFiled event, @SequenceNumber long version) {
        HistoryRow.of(event, version, event.status().word(), event.at())
                .by(event.by())
                .note(event.noteId())
                .excluded(event.excluded())
                .patientVisible(event.patientVisible())
                .reason(event.heldBackReason())
                .acknowledged(event.acknowledged())
                .in(rows);
    }

    @EventHandler
    void on(ItemRejected event, @SequenceNumber long version) {
        HistoryRow.of(event, version, "rejected", event.at())
                .by(event.by())
                .reason(event.reason())
                .note(event.noteId())
                .in(rows);
    }

    @EventHandler
    void on(ItemReplaced event, @SequenceNumber long version) {
        HistoryRow.of(event, version, "replaced", event.at())
                .otherItem(event.replacedBy())
                .in(rows);
    }

    @EventHandler
    void on(NewerDocumentReceived event, @SequenceNumber long version) {
        HistoryRow.of(event, version, "newer-document", event.at())
                .otherItem(event.newer())
                .in(rows);
    }

    @EventHandler
    void on(ItemWithdrawn event, @SequenceNumber long version) {
        HistoryRow.of(event, version, "withdrawn", event.at())
                .reason(event.reason())
                .in(rows);
    }

    @EventHandler
    void on(WithdrawalAsked event, @SequenceNumber long version) {
        HistoryRow.of(event, version, "withdrawal-asked", event.at())
                .reason(event.reason())
                .in(rows);
    }

    @EventHandler
    void on(DecisionUndone event, @SequenceNumber long version) {
        HistoryRow.of(event, version, "undone", event.at()).by(event.by()).in(rows);
    }

    @EventHandler
    void on(FilingRetracted event, @SequenceNumber long version) {
        HistoryRow.of(event, version, "retracted", event.at())
                .by(event.by())
                .reason(event.reason())
                .note(event.noteId())
                .in(rows);
    }

    @EventHandler
    void on(ItemRecalled event, @SequenceNumber long version) {
        HistoryRow.of(event, version, "recalled", event.at())
                .by(event.by())
                .recall(event.recallId())
                .entries(event.entries())
                .in(rows);
    }

    @EventHandler
    void on(RecallConfirmed event, @SequenceNumber long version) {
        HistoryRow.of(event, version, "recall-confirmed", event.at())
                .by(event.by())
                .recall(event.recallId())
                .reason(event.outcome())
                .in(rows);
    }

    @EventHandler
    void on(ItemAssigned event, @SequenceNumber long version) {
        HistoryRow.of(event, version, "assigned", event.at())
                .by(event.by())
                .assignee(event.to())
                .in(rows);
    }

    @EventHandler
    void on(NoteAdded event, @SequenceNumber long version) {
        HistoryRow.of(event, version, "note", event.at())
                .by(event.by())
                .note(event.noteId())
                .in(rows);
    }

    @Override
    public void write(Connection transaction) throws SQLException {
        HistoryRow.TABLE.insert(transaction, rows.take());
    }

    @Override
    public void forget() {
        rows.take();
    }
}
