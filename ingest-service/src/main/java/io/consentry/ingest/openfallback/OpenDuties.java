package io.consentry.ingest.openfallback;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Counts the duties that are open, and those that are for too long, of all senders: as metrics, and sender by sender for
 * the operator. A consultation that a practice refused and that nobody delivers is what nobody sees otherwise.
 */
@Singleton
class OpenDuties {

    private static final Logger LOG = Logger.getLogger(OpenDuties.class);
    private static final String COUNT =
            "select count(*), count(*) filter (where opened_at < ?) from fallback where closed_at is null";
    private static final String OVERDUE = "select sender, count(*), min(opened_at) from fallback"
            + " where closed_at is null and opened_at < ? group by sender order by min(opened_at) limit 500";

    private final javax.sql.DataSource database;
    private final FallbackConfig config;
    private final Clock clock;
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong overdue = new AtomicLong();
    private final Thread thread = new Thread(this::run, "open-duties");
    private volatile boolean stopping;

    OpenDuties(
            @DataSource("runtime") javax.sql.DataSource database,
            FallbackConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.database = database;
        this.config = config;
        this.clock = clock;
        metrics.gauge("consentry.fallbacks.open", open);
        metrics.gauge("consentry.fallbacks.overdue", overdue);
        thread.setDaemon(true);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(5_000);
    }

    private void run() {
        while (!stopping) {
            try {
                count();
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("Open duties cannot be counted now: %s", e.getClass().getSimpleName());
            }
            try {
                Thread.sleep(config.countEvery().toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Counts now. Blocks. */
    void count() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COUNT)) {
            query.setObject(1, overdueBefore());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                open.set(row.getLong(1));
                overdue.set(row.getLong(2));
            }
        }
    }

    /** Senders with overdue duties, the longest overdue first. Blocks. */
    List<OverdueSender> overdue() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(OVERDUE)) {
            query.setObject(1, overdueBefore());
            try (ResultSet row = query.executeQuery()) {
                List<OverdueSender> senders = new ArrayList<>();
                while (row.next()) {
                    senders.add(new OverdueSender(
                            row.getString(1),
                            row.getLong(2),
                            row.getObject(3, OffsetDateTime.class).toInstant()));
                }
                return senders;
            }
        }
    }

    private OffsetDateTime overdueBefore() {
        Instant before = clock.instant().minus(config.overdueAfter());
        return before.atOffset(ZoneOffset.UTC);
    }
}
