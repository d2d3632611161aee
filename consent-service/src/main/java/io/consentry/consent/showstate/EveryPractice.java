package io.consentry.consent.showstate;

import io.agroal.api.AgroalDataSource;
import io.consentry.consent.events.Decision;
import io.consentry.consent.showstate.ConsentState.MasterSwitch;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads where the switches of every practice stood, one practice after the other. Blocks. */
@ApplicationScoped
class EveryPractice {

    private static final String IN_FORCE = "select distinct on (practice, service) practice, service, decision,"
            + " effective_from, position from switch_decision where effective_from <= ?::timestamptz and %s"
            + " order by practice, service, effective_from desc, position desc";

    private static final String KNOWN_TODAY = "cancelled_by is null";
    private static final String KNOWN_THEN = "position <= ? and (cancelled_by is null or cancelled_by > ?)";

    private static final int ROWS_AT_A_TIME = 1000;

    private final AgroalDataSource dataSource;

    EveryPractice(@DataSource("runtime") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Who is told of each practice, in order of their codes. */
    @FunctionalInterface
    interface Reader {
        void read(ConsentState state) throws IOException;
    }

    /** When an event was recorded; empty where there is none at this position. */
    Optional<Instant> recordedAt(long position) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select recorded_at from consent_event where position = ?")) {
            query.setLong(1, position);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The log cannot be read", e);
        }
    }

    /**
     * Tells of every practice that ever decided.
     *
     * @param time absent: now, by the log's clock
     * @param position absent: by everything that is known today; else by what was known then
     */
    void at(@Nullable Instant time, @Nullable Long position, Reader reader) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            // Rows come in pieces only within a transaction.
            connection.setAutoCommit(false);
            Set<String> services = services(connection);
            try (PreparedStatement query =
                    connection.prepareStatement(IN_FORCE.formatted(position == null ? KNOWN_TODAY : KNOWN_THEN))) {
                query.setFetchSize(ROWS_AT_A_TIME);
                query.setObject(1, (time == null ? now(connection) : time).atOffset(ZoneOffset.UTC));
                if (position != null) {
                    query.setLong(2, position);
                    query.setLong(3, position);
                }
                try (ResultSet rows = query.executeQuery()) {
                    tell(rows, services, reader);
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The switches cannot be read", e);
        }
    }

    private static void tell(ResultSet rows, Set<String> services, Reader reader) throws SQLException, IOException {
        String practice = "";
        Map<String, MasterSwitch> switches = new HashMap<>();
        while (rows.next()) {
            String next = rows.getString("practice");
            if (!next.equals(practice) && !switches.isEmpty()) {
                reader.read(ConsentState.of(practice, 0, switches, services));
                switches.clear();
            }
            practice = next;
            switches.put(
                    rows.getString("service"),
                    new MasterSwitch(
                            Decision.stored(rows.getString("decision")),
                            rows.getObject("effective_from", OffsetDateTime.class)
                                    .toInstant(),
                            rows.getLong("position")));
        }
        if (!switches.isEmpty()) {
            reader.read(ConsentState.of(practice, 0, switches, services));
        }
    }

    private static Set<String> services(Connection connection) throws SQLException {
        Set<String> services = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select service from service_catalogue")) {
            while (rows.next()) {
                services.add(rows.getString(1));
            }
        }
        return services;
    }

    private static Instant now(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select consent_now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
