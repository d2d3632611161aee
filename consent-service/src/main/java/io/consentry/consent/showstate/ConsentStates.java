package io.consentry.consent.showstate;

import io.agroal.api.AgroalDataSource;
import io.consentry.consent.events.Decision;
import io.consentry.consent.showstate.ConsentState.MasterSwitch;
import io.consentry.consent.showstate.ConsentState.ServiceSwitch;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
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
        Map<String, MasterSwitch> switches = new TreeMap<>();
        long version = 0;
        while (rows.next()) {
            version = rows.getLong("version");
            switches.put(rows.getString("service"), read(rows));
        }
        MasterSwitch master = switches.remove("");
        if (master == null) {
            throw new IllegalStateException("The query names the master switch");
        }
        Map<String, ServiceSwitch> services = new TreeMap<>();
        switches.forEach((service, own) -> services.put(service, under(master, own)));
        return new ConsentState(version, practice, master, services);
    }

    private static MasterSwitch read(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("effective_from", OffsetDateTime.class);
        return since == null
                ? new MasterSwitch(Decision.OPTED_OUT, null, 0)
                : new MasterSwitch(
                        Decision.stored(row.getString("decision")), since.toInstant(), row.getLong("position"));
    }

    private static ServiceSwitch under(MasterSwitch master, MasterSwitch own) {
        boolean bothIn = master.decision() == Decision.OPTED_IN && own.decision() == Decision.OPTED_IN;
        return new ServiceSwitch(
                own.decision(), own.since(), own.position(), bothIn ? Decision.OPTED_IN : Decision.OPTED_OUT);
    }
}
