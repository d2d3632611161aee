package io.consentry.ingest.openfallback;

import io.consentry.web.caller.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who leaves refused consultations undelivered. */
@Path("/fallbacks/overdue")
@Tag(name = "Fallbacks")
public class OverdueResource {

    private final OverdueDuties duties;

    OverdueResource(OverdueDuties duties) {
        this.duties = duties;
    }

    /** All senders with overdue duties. */
    @GET
    @Blocking
    @RolesAllowed(Role.OPERATOR)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Senders whose duties after refusals are overdue",
            description = "The longest overdue first, at most 500. Nothing of a patient or a message.")
    @APIResponse(
            responseCode = "200",
            description = "The senders",
            content = @Content(schema = @Schema(implementation = Overdue.class)))
    public Overdue overdue() throws SQLException {
        return new Overdue(duties.bySender());
    }

    /** All of them. */
    @Schema(name = "OverdueSenders")
    public record Overdue(List<OverdueSender> senders) {}
}
