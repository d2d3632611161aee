package io.consentry.consent.showstate;

import io.agroal.api.AgroalDataSource;
import io.consentry.consent.events.Decision;
import io.consentry.consent.showstate.ConsentState.MasterSwitch;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads where switches stand. Blocks. */
@ApplicationScoped
public class ConsentStates {

    /** The master switch stands among the services under the empty key. */
    private static final String SWITCHES = "select s.service, d.decision, d.effective_from, d.position, v.version"
            + " from (select coalesce(?::timestamptz, consent_now()) as at) log"
            + " cross join (select coalesce(max(stream_sequence) + 1, 0) as version from consent_event"
            + " where stream_id = 'consent/' || ?) v"
            + " cross join (select '' as service union all select service from service_catalogue) s"
            + " left join lateral (select decision, effective_from, position from switch_decision"
            + " where practice = ? and service = s.service and cancelled_by is null and effective_from <= log.at"
            + " order by effective_from desc, position desc limit 1) d on true";

    private final AgroalDataSource dataSource;

    ConsentStates(@DataSource("runtime") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Now, by the log's clock. */
    public ConsentState now(String practice) {
        return read(practice, null);
    }

    /** As it was, or as it is already decided to be. */
    public ConsentState at(String practice, Instant time) {
        return read(practice, time);
    }

    private ConsentState read(String practice, @Nullable Instant time) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(SWITCHES)) {
            query.setObject(1, time == null ? null : time.atOffset(ZoneOffset.UTC));
            query.setString(2, practice);
            query.setString(3, practice);
            try (ResultSet rows = query.executeQuery()) {
                return state(practice, rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The switches cannot be read", e);
        }
    }

    private static ConsentState state(String practice, ResultSet rows) throws SQLException {
        Map<String, MasterSwitch> switches = new HashMap<>();
        long version = 0;
        while (rows.next()) {
            version = rows.getLong("version");
            switches.put(rows.getString("service"), read(rows));
        }
        List<String> services =
                switches.keySet().stream().filter(key -> !key.isEmpty()).toList();
        return ConsentState.of(practice, version, switches, services);
    }

    private static MasterSwitch read(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("effective_from", OffsetDateTime.class);
        return since == null
                ? MasterSwitch.UNDECIDED
                : new MasterSwitch(
                        Decision.stored(row.getString("decision")), since.toInstant(), row.getLong("position"));
    }
}
