package io.consentry.consent.recordaccess;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.consentry.consent.keepevents.CanonicalJson;
import io.consentry.consent.keepevents.Rows;
import io.consentry.web.caller.Caller;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The stream of accesses; the database gives each its number and time, and nobody may change one. Blocks. */
@ApplicationScoped
class Accesses {

    private static final String KEEP =
            "insert into log_access (actor_id, actor_role, actor_ods, what, asked, request_id)"
                    + " values (?, ?, ?, ?, ?::jsonb, ?)";

    private final javax.sql.DataSource dataSource;
    private final Rows rows;

    Accesses(@DataSource("runtime") javax.sql.DataSource dataSource, Rows rows) {
        this.dataSource = dataSource;
        this.rows = rows;
    }

    void keep(Caller caller, String what, Map<String, String> asked, String requestId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, caller.id());
            insert.setString(2, caller.role());
            insert.setString(3, caller.ods());
            insert.setString(4, what);
            insert.setString(5, CanonicalJson.of(asked));
            insert.setString(6, requestId);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("An access that cannot be kept is not given", e);
        }
    }

    /** In the order in which they happened. */
    List<Access> after(long number, int limit) {
        return rows.all(
                "select number, at, actor_id, actor_role, actor_ods, what, asked::text as asked, request_id"
                        + " from log_access where number > ? order by number limit ?",
                row -> new Access(
                        row.getLong("number"),
                        Rows.time(row, "at"),
                        new Reader(row.getString("actor_id"), row.getString("actor_role"), row.getString("actor_ods")),
                        row.getString("what"),
                        row.getString("asked"),
                        row.getString("request_id")),
                number,
                limit);
    }

    @Schema(name = "LogAccess")
    record Access(
            @Schema(description = "Gapless: 1, 2, 3") long number,
            Instant at,
            Reader actor,

            @Schema(examples = "GET /audit/bundle") String what,

            @JsonRawValue @Schema(type = SchemaType.OBJECT, description = "What was asked for, by name")
            String asked,

            String requestId) {}

    @Schema(name = "LogReader")
    record Reader(String id, String role, String ods) {}
}
