package io.consentry.consent.keepevents;

import io.consentry.consent.events.Actor;
import io.consentry.eventstore.EventSourcing;
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

/** Sends commands, again where somebody else was faster in the same stream, and tells the log's time. Blocks. */
@ApplicationScoped
public class Commands {

    /** People who act on the same thing at the same moment; each try rests on what the other did. */
    private static final int TRIES = 10;

    private final Provider<EventSourcing> eventSourcing;
    private final javax.sql.DataSource dataSource;

    Commands(Provider<EventSourcing> eventSourcing, @DataSource("runtime") javax.sql.DataSource dataSource) {
        this.eventSourcing = eventSourcing;
        this.dataSource = dataSource;
    }

    /** Who calls, as events keep it: without the name. */
    public static Actor actor(Caller caller) {
        return new Actor(caller.id(), caller.role(), caller.ods());
    }

    /**
     * Has the command carried out; its events are kept with these circumstances.
     *
     * @return what its handler gives back
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when a rule says no, or others were faster every time
     */
    @SuppressWarnings("TypeParameterUnusedInFormals") // what a command gives back is known to whoever sends it
    public <R> @Nullable R send(Object command, Circumstances circumstances) {
        for (int left = TRIES; left > 0; left--) {
            try {
                return eventSourcing.get().send(command, circumstances.asMetaData());
            } catch (ConcurrencyException e) {
                // Again, resting on what the other did.
            }
        }
        throw ProblemType.CONFLICTING_CHANGE.because("Too many people act here at once. Try again.");
    }

    /** The time by the log's own clock. */
    public Instant now() {
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
