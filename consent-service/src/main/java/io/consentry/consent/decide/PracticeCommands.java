package io.consentry.consent.decide;

import io.agroal.api.AgroalDataSource;
import io.consentry.consent.events.Actor;
import io.consentry.consent.keepevents.Circumstances;
import io.consentry.consent.keepevents.Disclosure;
import io.consentry.consent.keepevents.PartOfEventSourcing;
import io.consentry.consent.recordattempt.Attempt;
import io.consentry.consent.recordattempt.Attempts;
import io.consentry.consent.showstate.ConsentState;
import io.consentry.consent.showstate.ConsentStates;
import io.consentry.eventstore.EventSourcing;
import io.consentry.eventstore.EventSourcingBuilder;
import io.consentry.web.caller.Caller;
import io.consentry.web.problem.ProblemType;
import io.consentry.web.version.IfMatch;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Sends commands to practices' streams, and says no in the words of the API. Blocks. */
@ApplicationScoped
public class PracticeCommands implements PartOfEventSourcing {

    /** Two people of a practice deciding at the same moment; each try rests on what the other decided. */
    private static final int TRIES = 10;

    /** A practice decides a few times a year; a stream this long is somebody's program. */
    private static final int SNAPSHOT_EVERY = 50;

    private final Provider<EventSourcing> eventSourcing;
    private final AgroalDataSource dataSource;
    private final ConsentStates states;
    private final Attempts attempts;

    PracticeCommands(
            Provider<EventSourcing> eventSourcing,
            @DataSource("runtime") AgroalDataSource dataSource,
            ConsentStates states,
            Attempts attempts) {
        this.eventSourcing = eventSourcing;
        this.dataSource = dataSource;
        this.states = states;
        this.attempts = attempts;
    }

    @Override
    public void join(EventSourcingBuilder builder) {
        builder.aggregate(PracticeConsent.class, SNAPSHOT_EVERY, "1");
    }

    /** What the caller is about to do for this practice, now. */
    public Act act(String practice, Caller caller, @Nullable String ifMatch) {
        return new Act(practice, new Actor(caller.id(), caller.role(), caller.ods()), now(), IfMatch.optional(ifMatch));
    }

    /**
     * Has the command carried out, and gives where the switches stand then.
     *
     * @param note kept beside the event, erasable
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when a rule says no; where it is the caller's missing mandate,
     *     the attempt is recorded
     */
    public ConsentState send(PracticeCommand command, Caller caller, @Nullable String note, String requestId) {
        Circumstances circumstances = new Circumstances(requestId, Disclosure.of(caller.name(), note));
        String practice = command.act().practice();
        try {
            sendRetrying(command, circumstances);
        } catch (NoMandate e) {
            attempts.record(attempt(command, caller), requestId);
            throw ProblemType.ONLY_THE_PRACTICE_DECIDES.because(
                    "Only holders of a mandate of " + practice + " decide for it. This attempt was recorded.");
        } catch (StaleVersion e) {
            ConsentState current = states.now(practice);
            throw ProblemType.STALE_VERSION
                    .with("The practice has decided something else since. See current.")
                    .with("current", current)
                    .withHeader(HttpHeaders.ETAG, current.etag())
                    .build();
        }
        return states.now(practice);
    }

    private static Attempt attempt(PracticeCommand command, Caller caller) {
        boolean move = command instanceof MoveSwitch;
        return new Attempt(
                command.act().practice(),
                move ? ((MoveSwitch) command).service() : null,
                move ? ((MoveSwitch) command).decision() : null,
                "no-mandate",
                command.act().actor(),
                caller.name());
    }

    private void sendRetrying(PracticeCommand command, Circumstances circumstances) {
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
