package io.consentry.filing.recallitems;

import io.consentry.filing.item.ItemRecalled;
import io.consentry.filing.item.RecallConfirmed;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@code recall_item}, in the transaction of its own position. Applying an event twice changes nothing. */
@Singleton
@RegisterForReflection
public class RecalledItemsProjector {

    private static final String RECALLED = """
            insert into recall_item (recall_id, item_id, practice, entries, recalled_at)
            values (?, ?, ?, ?, ?)
            on conflict (recall_id, item_id) do nothing""";

    private static final String CONFIRMED = """
            update recall_item set outcome = ?, confirmed_by = ?, confirmed_name = ?, confirmed_at = ?
            where recall_id = ? and item_id = ?""";

    RecalledItemsProjector() {}

    @EventHandler
    void on(ItemRecalled event, Connection transaction) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(RECALLED)) {
            insert.setString(1, event.recallId());
            insert.setString(2, event.itemId());
            insert.setString(3, event.practice());
            insert.setArray(
                    4, transaction.createArrayOf("integer", event.entries().toArray()));
            insert.setObject(5, event.at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    @EventHandler
    void on(RecallConfirmed event, Connection transaction) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(CONFIRMED)) {
            update.setString(1, event.outcome());
            update.setString(2, event.by().id());
            update.setString(3, event.by().name());
            update.setObject(4, event.at().atOffset(ZoneOffset.UTC));
            update.setString(5, event.recallId());
            update.setString(6, event.itemId());
            if (update.executeUpdate() == 0) {
                throw new IllegalStateException("Recall " + event.recallId() + " was confirmed and has no such row");
            }
        }
    }
}
