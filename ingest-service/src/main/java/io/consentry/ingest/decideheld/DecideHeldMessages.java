package io.consentry.ingest.decideheld;

import io.consentry.feed.publish.FeedSignal;
import io.consentry.ingest.askconsent.Consent;
import io.consentry.ingest.askconsent.ConsentCannotBeAskedException;
import io.consentry.ingest.askconsent.Decision;
import io.consentry.ingest.openfallback.FallbackConfig;
import io.consentry.web.background.Background;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Looks at the queues of held messages and decides what can be decided.
 *
 * <p>Each message is decided by the practice's switch as it stands when the message is processed. One process at a time
 * works on a practice's queue, so the order of arrival holds for any number of replicas.
 */
@Singleton
class DecideHeldMessages {

    private static final Logger LOG = Logger.getLogger(DecideHeldMessages.class);

    /** Longer than the client's own limits, which end the wait first. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final javax.sql.DataSource database;
    private final Consent consent;
    private final FallbackConfig fallbacks;
    private final HoldingConfig config;
    private final FeedSignal feed;
    private final Clock clock;
    private final HeldTooLong ageing;
    private final Background deciding;
    private volatile boolean stopping;

    DecideHeldMessages(
            @DataSource("runtime") javax.sql.DataSource database,
            Consent consent,
            FallbackConfig fallbacks,
            HoldingConfig config,
            FeedSignal feed,
            Clock clock) {
        this.database = database;
        this.consent = consent;
        this.fallbacks = fallbacks;
        this.config = config;
        this.feed = feed;
        this.clock = clock;
        this.ageing = new HeldTooLong(database, fallbacks, config);
        this.deciding = new Background("decide-held", config.lookAgain(), this::decideAll);
    }

    void start(@Observes StartupEvent event) {
        deciding.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        deciding.stop();
    }

    /**
     * One round over all queues; ends early when consent cannot be asked. Each round goes another way, so that one practice
     * about which there is never an answer keeps no other waiting.
     */
    private boolean decideAll() throws SQLException {
        List<String> practices = practices();
        Collections.shuffle(practices);
        for (String practice : practices) {
            try {
                boolean more = true;
                while (more && !stopping) {
                    more = decideSome(practice);
                }
            } catch (ConsentCannotBeAskedException e) {
                LOG.debug("Consent cannot be asked yet; held messages wait on");
                ageing.age(practices, clock.instant().truncatedTo(ChronoUnit.MICROS));
                return false;
            }
        }
        return false;
    }

    private List<String> practices() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return HeldMessages.practices(connection);
        }
    }

    /** Decides the first of one queue; false when there is nothing left to do in it now. */
    private boolean decideSome(String practice) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (!HeldMessages.lock(connection, practice)) {
                    return false;
                }
                List<HeldMessage> held = HeldMessages.first(connection, practice, config.together());
                if (!held.isEmpty()) {
                    apply(connection, held, ask(held));
                }
                connection.commit();
                feed.announced();
                return held.size() == config.together();
            } finally {
                connection.rollback();
            }
        }
    }

    private List<Decision> ask(List<HeldMessage> held) {
        return consent.ask(held.stream().map(HeldMessage::question).toList())
                .await()
                .atMost(ANSWER_LIMIT);
    }

    private void apply(Connection transaction, List<HeldMessage> held, List<Decision> decisions) throws SQLException {
        ApplyDecision applying =
                new ApplyDecision(transaction, fallbacks, clock.instant().truncatedTo(ChronoUnit.MICROS));
        for (int i = 0; i < held.size(); i++) {
            applying.apply(held.get(i), decisions.get(i));
        }
    }
}
