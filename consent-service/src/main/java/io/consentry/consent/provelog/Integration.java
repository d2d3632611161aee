package io.consentry.consent.provelog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tree at most a second behind the log. What fails is tried again each time, and told when it begins, when it
 * becomes another and when it is over: lines by the thousand would hide what began it.
 */
@ApplicationScoped
class Integration {

    private static final Logger LOG = Logger.getLogger(Integration.class);

    private final Integrator integrator;
    private final OutsideAnchor anchor;
    private final LogKey key;
    private final LogConfig config;
    private @Nullable String failing;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "log-integration");
        named.setDaemon(true);
        return named;
    });

    Integration(Integrator integrator, OutsideAnchor anchor, LogKey key, LogConfig config) {
        this.integrator = integrator;
        this.anchor = anchor;
        this.key = key;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        LOG.infof("The log is signed with %s", key.signer().verifierKey());
        long pause = config.pause().toMillis();
        var running = thread.scheduleWithFixedDelay(this::run, 0, pause, TimeUnit.MILLISECONDS);
        LOG.debugf("Integrating new events every %d ms: %s", pause, running);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("The last events of the log will be taken into the tree at the next start");
        }
    }

    private void run() {
        try {
            anchor.reach(integrator.integrate());
            if (failing != null) {
                LOG.info("New events are taken into the tree again");
                failing = null;
            }
        } catch (SQLException | IOException | RuntimeException | Error e) {
            String failure = e.toString();
            if (!failure.equals(failing)) {
                LOG.error("New events cannot be taken into the tree, or not be anchored; trying on", e);
                failing = failure;
            }
        }
    }
}
