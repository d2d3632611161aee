package io.consentry.consent.cancelscheduled;

import io.consentry.consent.decide.OnlyWhatIsToComeCanBeCancelled;
import io.consentry.consent.events.ScheduledDecisionCancelled;
import io.consentry.consent.keepevents.PartOfEventSourcing;
import io.consentry.eventstore.EventSourcingBuilder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;

/**
 * Takes a cancelled decision out of what will be in force, in the transaction of the event.
 *
 * <p>Only now has the cancellation its own time. If the decision took effect a moment before, the cancellation is
 * refused after all: what was in force at a past time never changes.
 */
@ApplicationScoped
class Cancellations implements PartOfEventSourcing {

    @Override
    public void join(EventSourcingBuilder builder) {
        builder.subscribing("cancellations", new Projector());
    }

    @RegisterForReflection
    static final class Projector {

        private static final String CANCEL = "update switch_decision d set cancelled_by = e.position"
                + " from consent_event e where e.event_id = ? and d.event_id = ? and d.cancelled_by is null"
                + " and d.effective_from > e.recorded_at";

        @EventHandler
        void on(ScheduledDecisionCancelled cancelled, @MessageIdentifier String eventId, Connection transaction)
                throws SQLException {
            try (PreparedStatement update = transaction.prepareStatement(CANCEL)) {
                update.setString(1, eventId);
                update.setString(2, cancelled.cancels());
                if (update.executeUpdate() != 1) {
                    throw OnlyWhatIsToComeCanBeCancelled.refusal();
                }
            }
        }
    }
}
