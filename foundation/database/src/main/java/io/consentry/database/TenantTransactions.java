package io.consentry.database;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Transactions in the name of one organisation, under PostgreSQL's row-level security.
 *
 * <p>Three habits that each cost somebody an outage are kept here and nowhere else:
 *
 * <ul>
 *   <li>the organisation is set first in the transaction and vanishes with it, so a pooled connection carries it to
 *       nobody else;
 *   <li>every transaction opens a session of its own: the framework would share one within a request, and two
 *       organisations' work would meet in it;
 *   <li>a client that goes away does not cancel the work: cancelling leaks the connection until the pool is empty. A
 *       statement that runs too long is ended by the database instead.
 * </ul>
 */
@ApplicationScoped
public class TenantTransactions {

    private static final String ACT_AS =
            "select set_config('app.ods', ?1, true) || set_config('statement_timeout', ?2, true)";

    private final Mutiny.SessionFactory sessions;
    private final String statementTimeoutMillis;

    TenantTransactions(
            Mutiny.SessionFactory sessions,
            @ConfigProperty(name = "consentry.database.statement-timeout", defaultValue = "10s")
                    Duration statementTimeout) {
        this.sessions = sessions;
        this.statementTimeoutMillis = Long.toString(statementTimeout.toMillis());
    }

    /**
     * Runs the work as the organisation, and commits.
     *
     * @param ods the only organisation whose rows the work can see or write
     * @param work what to do; when it fails, everything is rolled back
     */
    public <T> Uni<T> as(String ods, Function<Mutiny.StatelessSession, Uni<T>> work) {
        return shielded(sessions.openStatelessSession().chain(session -> session.withTransaction(
                        transaction -> actAs(session, ods).chain(() -> work.apply(session)))
                .eventually(session::close)));
    }

    private Uni<String> actAs(Mutiny.StatelessSession session, String ods) {
        return session.createNativeQuery(ACT_AS, String.class)
                .setParameter(1, ods)
                .setParameter(2, statementTimeoutMillis)
                .getSingleResult();
    }

    private static <T> Uni<T> shielded(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
    }
}
