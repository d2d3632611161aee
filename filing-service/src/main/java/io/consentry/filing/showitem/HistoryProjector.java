package io.consentry.filing.showitem;

import io.consentry.filing.item.ItemFiled;
import io.consentry.filing.item.ItemReceived;
import io.consentry.filing.item.ItemRejected;
import io.consentry.filing.item.ItemReplaced;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Keeps {@code item_history}: one row an event, in the transaction of its own position. */
@Singleton
@RegisterForReflection
public class HistoryProjector {

    @EventHandler
    void on(ItemReceived event, @SequenceNumber long version, Connection transaction) throws SQLException {
        HistoryRow.of(event, version, "received", event.receivedAt())
                .otherItem(event.replaces())
                .write(transaction);
    }

    @EventHandler
    void on(ItemFiled event, @SequenceNumber long version, Connection transaction) throws SQLException {
        HistoryRow.of(event, version, event.status().word(), event.at())
                .by(event.by())
                .note(event.noteId())
                .excluded(event.excluded())
                .acknowledged(event.acknowledged())
                .write(transaction);
    }

    @EventHandler
    void on(ItemRejected event, @SequenceNumber long version, Connection transaction) throws SQLException {
        HistoryRow.of(event, version, "rejected", event.at())
                .by(event.by())
                .reason(event.reason())
                .note(event.noteId())
                .write(transaction);
    }

    @EventHandler
    void on(ItemReplaced event, @SequenceNumber long version, Connection transaction) throws SQLException {
        HistoryRow.of(event, version, "replaced", event.at())
                .otherItem(event.replacedBy())
                .write(transaction);
    }

    /** A replay begins: the table is built anew. */
    @ResetHandler
    void reset(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute("delete from item_history");
        }
    }
}
