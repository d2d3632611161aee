package io.consentry.filing.tellsender;

import io.consentry.events.FilingEvent;
import io.consentry.events.ItemReplaced;
import io.consentry.events.ItemWithdrawn;
import io.consentry.feed.publish.Announcements;
import io.consentry.filing.item.DecisionUndone;
import io.consentry.filing.item.ItemStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/**
 * Announces, with the event itself, what the sender brought about and nobody can undo: a document it replaced or took
 * back. When a decision stood in the way and is undone, this is the moment.
 */
@Singleton
@RegisterForReflection
public class TellAtOnce {

    @EventHandler
    void on(io.consentry.filing.item.ItemReplaced event, Connection transaction) throws SQLException {
        tell(transaction, new ItemReplaced(event.itemId(), event.practice(), event.at()));
    }

    @EventHandler
    void on(io.consentry.filing.item.ItemWithdrawn event, Connection transaction) throws SQLException {
        tell(transaction, new ItemWithdrawn(event.itemId(), event.practice(), event.at()));
    }

    @EventHandler
    void on(DecisionUndone event, Connection transaction) throws SQLException {
        tellIfOvertaken(transaction, event.backTo(), event.itemId(), event.practice(), event.at());
    }

    /** What the sender did while a decision stood in the way comes true when the decision goes. */
    static void tellIfOvertaken(Connection transaction, String backTo, String itemId, String practice, Instant at)
            throws SQLException {
        if (backTo.equals(ItemStatus.REPLACED.word())) {
            tell(transaction, new ItemReplaced(itemId, practice, at));
        } else if (backTo.equals(ItemStatus.WITHDRAWN.word())) {
            tell(transaction, new ItemWithdrawn(itemId, practice, at));
        }
    }

    private static void tell(Connection transaction, FilingEvent event) throws SQLException {
        Announcements.announce(transaction, List.of(event));
    }
}
