package io.consentry.consent.addservice;

import io.consentry.consent.events.ServiceAdded;
import io.consentry.consent.keepevents.PartOfEventSourcing;
import io.consentry.consent.keepevents.Rows;
import io.consentry.eventstore.EventSourcingBuilder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** Writes a new service into the catalogue in the transaction of its event. */
@ApplicationScoped
class AddedServices implements PartOfEventSourcing {

    @Override
    public void join(EventSourcingBuilder builder) {
        builder.subscribing("added-services", new Projector());
    }

    @RegisterForReflection
    static final class Projector {

        private static final String ADD = "insert into service_catalogue (service, codes, notice, position)"
                + " select ?, ?, ?, position from consent_event where event_id = ?";

        @EventHandler
        void on(ServiceAdded added, @MessageIdentifier String eventId, Connection transaction) throws SQLException {
            try (PreparedStatement insert = transaction.prepareStatement(ADD)) {
                insert.setString(1, added.service());
                insert.setArray(
                        2,
                        transaction.createArrayOf(
                                "bigint",
                                added.codes().stream().map(Long::valueOf).toArray()));
                insert.setString(3, added.notice());
                insert.setString(4, eventId);
                Rows.requireOne(insert.executeUpdate());
            }
        }
    }
}
