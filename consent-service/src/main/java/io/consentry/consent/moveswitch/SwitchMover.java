package io.consentry.consent.moveswitch;

import io.agroal.api.AgroalDataSource;
import io.consentry.consent.catalogue.ServiceCatalogue;
import io.consentry.consent.events.Actor;
import io.consentry.consent.events.Decision;
import io.consentry.consent.keepevents.Circumstances;
import io.consentry.consent.keepevents.Disclosure;
import io.consentry.consent.keepevents.PartOfEventSourcing;
import io.consentry.eventstore.EventSourcing;
import io.consentry.eventstore.EventSourcingBuilder;
import io.consentry.web.caller.Caller;
import io.consentry.web.problem.ProblemType;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Turns a request into a command, and tries again where two people of a practice decided at the same moment. */
@ApplicationScoped
class SwitchMover implements PartOfEventSourcing {

    private static final int TRIES = 10;

    private final Provider<EventSourcing> eventSourcing;
    private final AgroalDataSource dataSource;
    private final ServiceCatalogue catalogue;

    SwitchMover(
            Provider<EventSourcing> eventSourcing,
            @DataSource("runtime") AgroalDataSource dataSource,
            ServiceCatalogue catalogue) {
        this.eventSourcing = eventSourcing;
        this.dataSource = dataSource;
        this.catalogue = catalogue;
    }

    @Override
    public void join(EventSourcingBuilder builder) {
        builder.aggregate(PracticeConsent.class);
    }

    /**
     * Moves the switch, or leaves it where it stands already. Blocks.
     *
     * @param service absent for the master switch
     * @throws StaleVersion when the practice has decided something else since
     */
    void move(
            String practice,
            @Nullable String service,
            DecisionRequest request,
            @Nullable Long expectedVersion,
            Caller caller,
            String requestId) {
        if (service != null && !catalogue.has(service)) {
            throw ProblemType.UNKNOWN_SERVICE.because("The catalogue has no service of this key.");
        }
        Decision decision = DecisionsAreComplete.decision(request);
        String reason = DecisionsAreComplete.reason(request);
        if (request.note() != null) {
            NotesHoldNoNhsNumber.check(request.note());
        }
        Instant from = request.effectiveFrom();
        Circumstances circumstances = new Circumstances(requestId, Disclosure.of(caller.name(), request.note()));
        MoveSwitch command = new MoveSwitch(
                PracticeConsent.streamOf(practice),
                practice,
                service,
                decision,
                reason,
                from == null ? null : DecisionsNeverReachBack.wholeMilliseconds(from),
                new Actor(caller.id(), caller.role(), caller.ods()),
                now(),
                expectedVersion);
        send(command, circumstances);
    }

    private void send(MoveSwitch command, Circumstances circumstances) {
        for (int left = TRIES; left > 0; left--) {
            try {
                eventSourcing.get().send(command, circumstances.asMetaData());
                return;
            } catch (ConcurrencyException e) {
                if (left == 1) {
                    throw ProblemType.CONFLICTING_CHANGE.because("Too many people decide here at once. Try again.");
                }
            }
        }
    }

    private Instant now() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select consent_now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException("The log has no time", e);
        }
    }
}
