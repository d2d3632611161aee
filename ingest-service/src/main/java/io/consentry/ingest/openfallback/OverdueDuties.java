package io.consentry.ingest.openfallback;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Duties that are open for too long, of all senders, for the operator. */
@Singleton
class OverdueDuties {

    private static final String OVERDUE = "select sender, count(*), min(opened_at) from fallback"
            + " where closed_at is null and opened_at < ? group by sender order by min(opened_at) limit 500";

    private final javax.sql.DataSource database;
    private final FallbackConfig config;
    private final Clock clock;

    OverdueDuties(@DataSource("runtime") javax.sql.DataSource database, FallbackConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Senders with overdue duties, the longest overdue first. Blocks. */
    List<OverdueSender> bySender() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(OVERDUE)) {
            query.setObject(1, clock.instant().minus(config.overdueAfter()).atOffset(ZoneOffset.UTC));
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
}
