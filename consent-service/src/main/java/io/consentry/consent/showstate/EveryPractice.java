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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads where the switches of every practice stood, one practice after the other. Blocks.
 *
 * <p>Each page is a short statement of its own: a reader that stops in the middle keeps no connection from those who decide.
 * All pages tell of one moment, since the time and the position that count are taken once.
 */
@ApplicationScoped
class EveryPractice {

    private static final int PRACTICES_AT_A_TIME = 500;

    private static final String NOW = "select consent_now(), position from consent_head";

    /** Practices of which nothing was in force have a row too, so that it is known where the page ends. */
    private static final String PAGE = "select p.practice, d.service, d.decision, d.effective_from, d.position"
            + " from (select distinct practice from switch_decision where practice > ? order by practice limit "
            + PRACTICES_AT_A_TIME + ") p"
            + " left join lateral (select distinct on (service) service, decision, effective_from, position"
            + " from switch_decision where practice = p.practice and effective_from <= ?::timestamptz"
            + " and position <= ? and (cancelled_by is null or cancelled_by > ?)"
            + " order by service, effective_from desc, position desc) d on true order by p.practice";

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
        Begun begun = begin(time, position);
        String last = "";
        for (boolean more = true; more; ) {
            Map<String, Map<String, MasterSwitch>> page = page(begun, last);
            for (Map.Entry<String, Map<String, MasterSwitch>> practice : page.entrySet()) {
                last = practice.getKey();
                if (!practice.getValue().isEmpty()) {
                    reader.read(ConsentState.of(last, 0, practice.getValue(), begun.services()));
                }
            }
            more = page.size() == PRACTICES_AT_A_TIME;
        }
    }

    /** What all pages are read by. */
    private record Begun(Instant time, long position, Set<String> services) {}

    private Begun begin(@Nullable Instant time, @Nullable Long position) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet now = statement.executeQuery(NOW)) {
            now.next();
            return new Begun(
                    time == null ? now.getObject(1, OffsetDateTime.class).toInstant() : time,
                    position == null ? now.getLong(2) : position,
                    services(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("The switches cannot be read", e);
        }
    }

    /** The switches of each practice of the page, in order of their codes. */
    private Map<String, Map<String, MasterSwitch>> page(Begun begun, String after) {
        Map<String, Map<String, MasterSwitch>> page = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(PAGE)) {
            query.setString(1, after);
            query.setObject(2, begun.time().atOffset(ZoneOffset.UTC));
            query.setLong(3, begun.position());
            query.setLong(4, begun.position());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    add(rows, page.computeIfAbsent(rows.getString("practice"), practice -> new HashMap<>()));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The switches cannot be read", e);
        }
        return page;
    }

    private static void add(ResultSet row, Map<String, MasterSwitch> switches) throws SQLException {
        String service = row.getString("service");
        if (service != null) {
            switches.put(
                    service,
                    new MasterSwitch(
                            Decision.stored(row.getString("decision")),
                            row.getObject("effective_from", OffsetDateTime.class)
                                    .toInstant(),
                            row.getLong("position")));
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
}
