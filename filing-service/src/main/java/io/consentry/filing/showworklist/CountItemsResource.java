package io.consentry.filing.showworklist;

import io.consentry.filing.admitstaff.PracticeStaff;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How much waits. A class of its own: beside the page of one item its path would be taken for an item's id. */
@Path("/practices/{ods}/items/counts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklist")
public class CountItemsResource {

    private final PracticeStaff staff;
    private final WorklistQuery worklist;

    CountItemsResource(PracticeStaff staff, WorklistQuery worklist) {
        this.staff = staff;
        this.worklist = worklist;
    }

    @GET
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "countItems",
            summary = "Count the worklist",
            description = "How much waits, and of what kind.")
    @APIResponse(responseCode = "200", description = "The counts")
    @APIResponse(responseCode = "404", description = "Not your practice: not-found")
    public Uni<WorklistCounts> counts(@RestPath OdsCode ods) {
        staff.at(ods);
        return worklist.counts(ods.value());
    }
}
