package io.consentry.consent.listorganisations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.consentry.consent.events.OrganisationClosed;
import io.consentry.consent.events.OrganisationListed;
import io.consentry.consent.keepevents.PartOfEventSourcing;
import io.consentry.consent.keepevents.Rows;
import io.consentry.eventstore.EventSourcingBuilder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The directory as a table, written in the transaction of each event. */
@ApplicationScoped
class Organisations implements PartOfEventSourcing {

    static final String PRACTICE = "practice";
    static final String FIRST_USE = "first-use";

    private final Rows rows;

    Organisations(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void join(EventSourcingBuilder builder) {
        builder.aggregate(Organisation.class).subscribing("organisations", new Projector());
    }

    /** What the directory says of an organisation. Blocks. */
    Optional<Listed> find(String ods) {
        return rows.first(
                "select ods, name, kind, open, successor, version from organisation where ods = ?",
                row -> new Listed(
                        row.getString("ods"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getBoolean("open"),
                        row.getString("successor"),
                        row.getLong("version")),
                ods);
    }

    @Schema(name = "Organisation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(
            String ods,
            String name,

            @Schema(enumeration = {"practice", "pharmacy", "other"})
            String kind,

            boolean open,

            @Schema(description = "Who took its work over, where it is closed") @Nullable String successor,

            @JsonIgnore long version) {}

    /** One row an organisation; a missing row is an error. */
    @RegisterForReflection
    static final class Projector {

        private static final String LISTED =
                "insert into organisation (ods, name, kind, open, successor, version, position)"
                        + " select ?, ?, ?, true, null, stream_sequence + 1, position from consent_event where event_id = ?"
                        + " on conflict (ods) do update set name = excluded.name, kind = excluded.kind, open = true,"
                        + " successor = null, version = excluded.version, position = excluded.position";

        private static final String CLOSED = "update organisation o set open = false, successor = ?,"
                + " version = e.stream_sequence + 1, position = e.position from consent_event e"
                + " where o.ods = ? and e.event_id = ?";

        @EventHandler
        void on(OrganisationListed listed, @MessageIdentifier String eventId, Connection transaction)
                throws SQLException {
            write(transaction, LISTED, listed.organisation(), listed.name(), listed.kind(), eventId);
        }

        @EventHandler
        void on(OrganisationClosed closed, @MessageIdentifier String eventId, Connection transaction)
                throws SQLException {
            write(transaction, CLOSED, closed.successor(), closed.organisation(), eventId);
        }

        private static void write(Connection transaction, String sql, @Nullable String... values) throws SQLException {
            try (PreparedStatement statement = transaction.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setString(i + 1, values[i]);
                }
                Rows.requireOne(statement.executeUpdate());
            }
        }
    }
}
