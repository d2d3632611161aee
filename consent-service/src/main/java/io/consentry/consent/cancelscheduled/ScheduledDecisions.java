package io.consentry.consent.cancelscheduled;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agroal.api.AgroalDataSource;
import io.consentry.consent.events.Decision;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reads which decisions will take effect. Blocks. */
@ApplicationScoped
class ScheduledDecisions {

    private static final String TO_COME = "select event_id, service, decision, effective_from, position"
            + " from switch_decision where practice = ? and cancelled_by is null and effective_from > consent_now()"
            + " order by effective_from, position";

    private final AgroalDataSource dataSource;

    ScheduledDecisions(@DataSource("runtime") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Soonest first. */
    ScheduledList of(String practice) {
        List<Scheduled> scheduled = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(TO_COME)) {
            query.setString(1, practice);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    scheduled.add(read(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The schedule cannot be read", e);
        }
        return new ScheduledList(scheduled);
    }

    private static Scheduled read(ResultSet row) throws SQLException {
        String service = row.getString("service");
        return new Scheduled(
                row.getString("event_id"),
                service.isEmpty() ? null : service,
                Decision.stored(row.getString("decision")),
                row.getObject("effective_from", OffsetDateTime.class).toInstant(),
                row.getLong("position"));
    }

    @Schema(name = "ScheduledDecisions")
    record ScheduledList(List<Scheduled> scheduled) {}

    /**
     * A decision that will take effect.
     *
     * @param id to cancel it with
     * @param service absent for the master switch
     */
    @Schema(name = "ScheduledDecision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scheduled(String id, @Nullable String service, Decision decision, Instant effectiveFrom, long position) {}
}
