package io.consentry.ingest.countduties;

import io.consentry.ingest.opencorrection.CorrectionConfig;
import io.consentry.ingest.openfallback.FallbackConfig;
import io.consentry.web.background.Background;
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
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the duties that are open, and those that are for too long, of all senders, as metrics. A consultation that a
 * practice refused and that nobody delivers, or that went wrong and nobody corrects, is what nobody sees otherwise.
 */
@Singleton
class OpenDuties {

    private static final String COUNT =
            "select count(*), count(*) filter (where opened_at < ?) from %s where closed_at is null";

    private final javax.sql.DataSource database;
    private final Clock clock;
    private final List<Kind> kinds;
    private final Background counting;

    OpenDuties(
            @DataSource("runtime") javax.sql.DataSource database,
            FallbackConfig fallbacks,
            CorrectionConfig corrections,
            Clock clock,
            MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        this.kinds = List.of(
                new Kind("fallback", fallbacks.overdueAfter()), new Kind("correction", corrections.overdueAfter()));
        for (Kind kind : kinds) {
            metrics.gauge("consentry." + kind.table + "s.open", kind.open);
            metrics.gauge("consentry." + kind.table + "s.overdue", kind.overdue);
        }
        this.counting = new Background("open-duties", fallbacks.countEvery(), () -> {
            count();
            return false;
        });
    }

    void start(@Observes StartupEvent event) {
        counting.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        counting.stop();
    }

    /** Counts now. Blocks. */
    void count() throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (Kind kind : kinds) {
                count(connection, kind);
            }
        }
    }

    private void count(Connection connection, Kind kind) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(String.format(COUNT, kind.table))) {
            query.setObject(1, clock.instant().minus(kind.overdueAfter).atOffset(ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                kind.open.set(row.getLong(1));
                kind.overdue.set(row.getLong(2));
            }
        }
    }

    /** One kind of duty, and how many of it there are. */
    private record Kind(String table, Duration overdueAfter, AtomicLong open, AtomicLong overdue) {

        Kind(String table, Duration overdueAfter) {
            this(table, overdueAfter, new AtomicLong(), new AtomicLong());
        }
    }
}
