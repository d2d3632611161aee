package io.consentry.filing.retryevents;

import io.consentry.web.background.Background;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows in health and metrics how many events wait.
 *
 * <p>The service stays ready: the other items go on, and taking it away would stop them too.
 */
@Readiness
@Singleton
class DeadLettersAreSeen implements HealthCheck {

    private static final int AFTER_THE_EVENT_STORE = 3000;
    private static final int BEFORE_THE_EVENT_STORE = 2000;

    /** Soon enough for a person, and nothing for the database. */
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(2);

    private final PutAside putAside;
    private final MeterRegistry metrics;
    private final Gauge gauge;
    private final AtomicLong waiting = new AtomicLong();
    private final Background counting = new Background("count-dead-letters", this::count);

    DeadLettersAreSeen(PutAside putAside, MeterRegistry metrics) {
        this.putAside = putAside;
        this.metrics = metrics;
        this.gauge = Gauge.builder("consentry.dead.letters", waiting, AtomicLong::get)
                .description("Events that could not be applied, and those that wait for them")
                .register(metrics);
    }

    void start(@Observes @Priority(AFTER_THE_EVENT_STORE) StartupEvent event) {
        counting.start();
    }

    /** The registry outlives the service where it starts again in one process, and would go on showing this count. */
    void stop(@Observes @Priority(BEFORE_THE_EVENT_STORE) ShutdownEvent event) throws InterruptedException {
        counting.stop();
        metrics.remove(gauge);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("dead-letters")
                .up()
                .withData("waiting", waiting.get())
                .build();
    }

    private boolean count() throws Exception {
        waiting.set(putAside.count());
        putAside.retryWhatWaitsForNothing();
        Thread.sleep(BETWEEN_COUNTS.toMillis());
        return true;
    }
}
