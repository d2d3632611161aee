package io.consentry.filing.tellsender;

import io.consentry.feed.publish.Announcements;
import io.consentry.filing.exportfiled.FiledFeed;
import io.consentry.filing.item.FilingRetracted;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/**
 * Tells of a retraction in the transaction that stores it.
 *
 * <p>A filing that was final but not told yet is told first: whoever hears of a retraction has heard of the filing.
 */
@Singleton
@RegisterForReflection
public class RetractionsToTell {

    private static final String TAKE_ONE = "delete from outcome_to_tell where item_id = ?";

    @EventHandler
    void on(FilingRetracted event, Connection transaction) throws SQLException {
        try (PreparedStatement take = Outcome.taking(transaction, TAKE_ONE)) {
            take.setString(1, event.itemId());
            Outcome.tell(transaction, Outcome.take(take));
        }
        FiledFeed.retracted(transaction, event.practice(), event.itemId(), event.at());
        Announcements.announce(
                transaction,
                List.of(new io.consentry.events.FilingRetracted(
                        event.itemId(), event.practice(), event.at(), event.reason())));
        TellAtOnce.tellIfOvertaken(transaction, event.backTo(), event.itemId(), event.practice(), event.at());
    }
}
