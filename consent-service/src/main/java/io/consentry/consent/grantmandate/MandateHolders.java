package io.consentry.consent.grantmandate;

import io.agroal.api.AgroalDataSource;
import io.consentry.consent.events.MandateGranted;
import io.consentry.consent.events.MandateWithdrawn;
import io.consentry.consent.keepevents.PartOfEventSourcing;
import io.consentry.eventstore.EventSourcingBuilder;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who holds mandates now, for people to read; what counts is the practice's own stream. */
@ApplicationScoped
class MandateHolders implements PartOfEventSourcing {

    private static final String HOLDERS =
            "select holder, basis, granted_by, since, position from mandate where practice = ? order by position";

    private final AgroalDataSource dataSource;

    MandateHolders(@DataSource("runtime") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void join(EventSourcingBuilder builder) {
        builder.subscribing("mandate-holders", new Projector());
    }

    /** The holders of a practice, in the order in which they were given their mandate. Blocks. */
    MandateList of(String practice) {
        List<Mandate> mandates = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(HOLDERS)) {
            query.setString(1, practice);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    mandates.add(new Mandate(
                            row.getString("holder"),
                            row.getString("basis"),
                            row.getString("granted_by"),
                            row.getObject("since", OffsetDateTime.class).toInstant(),
                            row.getLong("position")));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The mandates cannot be read", e);
        }
        return new MandateList(mandates);
    }

    @Schema(name = "Mandates")
    record MandateList(List<Mandate> mandates) {}

    @Schema(name = "Mandate")
    record Mandate(
            String holder,

            @Schema(enumeration = {"enrolment", "grant", "self-enrolment"})
            String basis,

            String grantedBy,
            Instant since,
            long position) {}

    /** Writes in the transaction of the event; a missing row is an error. */
    @RegisterForReflection
    static final class Projector {

        private static final String INSERT =
                "insert into mandate (practice, holder, basis, granted_by, since, position)"
                        + " select ?, ?, ?, ?, recorded_at, position from consent_event where event_id = ?";

        private static final String DELETE = "delete from mandate where practice = ? and holder = ?";

        @EventHandler
        void on(MandateGranted granted, @MessageIdentifier String eventId, Connection transaction) throws SQLException {
            try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
                insert.setString(1, granted.practice());
                insert.setString(2, granted.holder());
                insert.setString(3, granted.basis());
                insert.setString(4, granted.actor().id());
                insert.setString(5, eventId);
                requireOne(insert.executeUpdate());
            }
        }

        @EventHandler
        void on(MandateWithdrawn withdrawn, Connection transaction) throws SQLException {
            try (PreparedStatement delete = transaction.prepareStatement(DELETE)) {
                delete.setString(1, withdrawn.practice());
                delete.setString(2, withdrawn.holder());
                requireOne(delete.executeUpdate());
            }
        }

        private static void requireOne(int rows) {
            if (rows != 1) {
                throw new IllegalStateException("The table of mandates is not what the events say");
            }
        }
    }
}
