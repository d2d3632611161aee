package io.consentry.consent.showstate;

import io.consentry.consent.events.SwitchMoved;
import io.consentry.consent.keepevents.PartOfEventSourcing;
import io.consentry.eventstore.EventSourcingBuilder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a decision where deliverers read it, in the transaction of its event: no acknowledged decision is ever missing
 * there.
 */
@ApplicationScoped
class SwitchDecisions implements PartOfEventSourcing {

    @Override
    public void join(EventSourcingBuilder builder) {
        builder.subscribing("switch-decisions", new Projector());
    }

    /** Only applies; a missing event row is an error. */
    @RegisterForReflection
    static final class Projector {

        private static final String INSERT = "insert into switch_decision"
                + " (position, practice, service, decision, effective_from, recorded_at, event_id)"
                + " select position, practice, ?, ?, greatest(coalesce(?::timestamptz, recorded_at), recorded_at),"
                + " recorded_at, event_id from consent_event where event_id = ?";

        @EventHandler
        void on(SwitchMoved moved, @MessageIdentifier String eventId, Connection transaction) throws SQLException {
            try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
                insert.setString(1, orMaster(moved.service()));
                insert.setString(2, moved.decision().word());
                Instant from = moved.effectiveFrom();
                insert.setObject(3, from == null ? null : from.atOffset(ZoneOffset.UTC));
                insert.setString(4, eventId);
                if (insert.executeUpdate() != 1) {
                    throw new IllegalStateException("Event " + eventId + " is not in the log");
                }
            }
        }

        private static String orMaster(@Nullable String service) {
            return service == null ? "" : service;
        }
    }
}
