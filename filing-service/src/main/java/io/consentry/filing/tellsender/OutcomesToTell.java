package io.consentry.filing.tellsender;

import io.consentry.eventstore.Gathered;
import io.consentry.eventstore.GathersWrites;
import io.consentry.filing.item.DecisionUndone;
import io.consentry.filing.item.ItemFiled;
import io.consentry.filing.item.ItemRejected;
import io.consentry.filing.item.ItemStatus;
import io.consentry.filing.item.OutcomeWasTold;
import io.consentry.filing.writerows.ManyRows;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Notes in the transaction of a decision when the sender is to hear of it. */
@Singleton
@RegisterForReflection
public class OutcomesToTell implements GathersWrites {

    /** The words of a practice that keeps them to itself are not named: nobody can hand them over later. */
    private static final String NAMED_NOTE = """
            case when not exists (select from practice_settings kept
                where kept.practice = sent.practice and not kept.notes_to_senders) then sent.note_id end""";

    private static final ManyRows<Noted> ROWS = ManyRows.<Noted>of("outcome_to_tell")
            .column("item_id", "text", Noted::itemId)
            .column("practice", "text", Noted::practice)
            .column("due_at", "timestamptz", Noted::due)
            .column("decided_at", "timestamptz", Noted::at)
            .column("status", "text", noted -> noted.status().word())
            .column("reason", "text", Noted::reason)
            .column("note_id", "text", Noted::noteId, NAMED_NOTE)
            .allNew();

    private final Gathered<Noted> gathered = new Gathered<>();

    @EventHandler
    void on(ItemFiled event) {
        gathered.add(
                new Noted(event.itemId(), event.practice(), event.finalFrom(), event.at(), event.status(), null, null));
    }

    @EventHandler
    void on(ItemRejected event) {
        gathered.add(new Noted(
                event.itemId(),
                event.practice(),
                event.finalFrom(),
                event.at(),
                ItemStatus.REJECTED,
                event.reason(),
                event.noteId()));
    }

    /** Whoever takes the row away first decides: when it is gone, the sender has been told and it is too late. */
    @EventHandler
    void on(DecisionUndone event, Connection transaction) throws SQLException {
        try (PreparedStatement delete = transaction.prepareStatement("delete from outcome_to_tell where item_id = ?")) {
            delete.setString(1, event.itemId());
            if (delete.executeUpdate() == 0) {
                throw new OutcomeWasTold();
            }
        }
    }

    @Override
    public void write(Connection transaction) throws SQLException {
        ROWS.insert(transaction, gathered.take());
    }

    @Override
    public void forget() {
        gathered.take();
    }

    private record Noted(
            String itemId,
            String practice,
            Instant due,
            Instant at,
            ItemStatus status,
            @Nullable String reason,
            @Nullable String noteId) {}
}
