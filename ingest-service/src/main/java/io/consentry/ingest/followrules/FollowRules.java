package io.consentry.ingest.followrules;

import io.consentry.ingest.checkmessage.RuleMode;
import io.consentry.ingest.checkmessage.Safeguards;
import io.consentry.ingest.followrules.ModesOfConsentService.Mode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Takes over the modes of safeguards from where changes of them are recorded. While nobody can be asked, those that were last
 * heard of hold.
 */
@Singleton
class FollowRules {

    private static final Logger LOG = Logger.getLogger(FollowRules.class);

    private final ModesOfConsentService consent;
    private final RecordedModes recorded;
    private final Safeguards safeguards;
    private final FollowConfig config;
    private final Vertx vertx;
    private long timer;

    FollowRules(
            @RestClient ModesOfConsentService consent,
            RecordedModes recorded,
            Safeguards safeguards,
            FollowConfig config,
            Vertx vertx) {
        this.consent = consent;
        this.recorded = recorded;
        this.safeguards = safeguards;
        this.config = config;
        this.vertx = vertx;
    }

    /** No message is judged before it is known what was last heard. */
    void start(@Observes StartupEvent event) throws SQLException {
        safeguards.follow(recorded.read());
        timer = vertx.setPeriodic(1, config.lookAgain().toMillis(), due -> vertx.executeBlocking(this::look));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private Void look() {
        try {
            Map<String, RuleMode> modes =
                    consent.list().safeguards().stream().collect(Collectors.toMap(Mode::name, Mode::mode));
            recorded.keep(modes);
            safeguards.follow(modes);
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("The safeguards stay as they are: %s", e.getClass().getSimpleName());
        }
        return null;
    }
}
