package io.consentry.filing.tellsender;

import io.consentry.eventstore.Gathered;
import io.consentry.eventstore.GathersWrites;
import io.consentry.filing.item.DecisionUndone;
import io.consentry.filing.item.ItemFiled;
import io.consentry.filing.item.ItemRejected;
import io.consentry.filing.item.ItemStatus;
import io.consentry.filing.item.OutcomeWasTold;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Notes in the transaction of a decision when the sender is to hear of it. */
@Singleton
@RegisterForReflection
public class OutcomesToTell implements GathersWrites {

    /** The words of a practice that keeps them to itself are not named: nobody can hand them over later. */
    private static final String INSERT = """
            insert into outcome_to_tell (item_id, practice, due_at, decided_at, status, reason, note_id)
            values (?, ?, ?, ?, ?, ?, (select ?::text where not exists (
                select from practice_settings where practice = ? and not notes_to_senders)))""";

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
        List<Noted> outcomes = gathered.take();
        if (outcomes.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            for (Noted outcome : outcomes) {
                outcome.addTo(insert);
            }
            insert.executeBatch();
        }
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
            @Nullable String noteId) {

        void addTo(PreparedStatement insert) throws SQLException {
            insert.setString(1, itemId);
            insert.setString(2, practice);
            insert.setObject(3, due.atOffset(ZoneOffset.UTC));
            insert.setObject(4, at.atOffset(ZoneOffset.UTC));
            insert.setString(5, status.word());
            insert.setString(6, reason);
            insert.setString(7, noteId);
            insert.setString(8, practice);
            insert.addBatch();
        }
    }
}
