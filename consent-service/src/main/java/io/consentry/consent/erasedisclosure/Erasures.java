package io.consentry.consent.erasedisclosure;

import io.consentry.consent.events.DisclosureErased;
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

/** Erases in the transaction of the event that says so; the database erases nothing without it. */
@ApplicationScoped
class Erasures implements PartOfEventSourcing {

    private final Rows rows;

    Erasures(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void join(EventSourcingBuilder builder) {
        builder.aggregate(Erasure.class).subscribing("erasures", new Eraser());
    }

    /** What the event at a position committed to. Blocks. */
    Optional<String> commitmentAt(long position) {
        return rows.first("select commitment from consent_event where position = ?", row -> row.getString(1), position);
    }

    @RegisterForReflection
    static final class Eraser {

        @EventHandler
        void on(DisclosureErased erased, @MessageIdentifier String eventId, Connection transaction)
                throws SQLException {
            try (PreparedStatement erase = transaction.prepareStatement("select erase_disclosure(?)")) {
                erase.setString(1, eventId);
                erase.execute();
            }
        }
    }
}
