package io.consentry.consent.resetprojection;

import io.agroal.api.AgroalDataSource;
import io.consentry.consent.recordaccess.ReadsTheLog;
import io.consentry.database.LongWork;
import io.consentry.web.caller.Role;
import io.consentry.web.problem.ProblemType;
import io.quarkus.agroal.DataSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Operators have a table made anew from the events. */
@Path("/projections/{name}/reset")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Audit")
class ProjectionResource {

    /** Functions of the database, which alone may do this, by the name of what they make. */
    private static final Map<String, String> REBUILDS =
            Map.of("switch-decisions", "select rebuild_switch_decisions()", "mandates", "select rebuild_mandates()");

    private final AgroalDataSource dataSource;

    ProjectionResource(@DataSource("runtime") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @POST
    @ReadsTheLog
    @Operation(
            summary = "Make a table anew from the first event",
            description = "switch-decisions or mandates. Nothing is decided meanwhile, and everybody who reads sees the"
                    + " old rows until all of the new are there. What the events say does not change; who asked for it is"
                    + " kept with the accesses.")
    @APIResponse(responseCode = "200", description = "How many rows the events made")
    @APIResponse(responseCode = "404", description = "There is no such table to make anew")
    public Rebuilt reset(@PathParam("name") String name) {
        String rebuild = REBUILDS.get(name);
        if (rebuild == null) {
            throw ProblemType.NOT_FOUND.because(
                    "What can be made anew: " + String.join(", ", new TreeSet<>(REBUILDS.keySet())) + ".");
        }
        return new Rebuilt(name, rows(rebuild));
    }

    private long rows(String rebuild) {
        try (Connection connection = dataSource.getConnection()) {
            return LongWork.on(connection, () -> rows(connection, rebuild));
        } catch (Exception e) {
            throw new IllegalStateException("The table cannot be made anew", e);
        }
    }

    private static long rows(Connection connection, String rebuild) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(rebuild)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Schema(name = "RebuiltProjection")
    record Rebuilt(String projection, long rows) {}
}
