package io.consentry.filing.showworklist;

import io.consentry.filing.admitstaff.PracticeStaff;
import io.consentry.filing.limitpages.PageLimit;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The practice's worklist. */
@Path("/practices/{ods}/items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklist")
public class WorklistResource {

    private final PracticeStaff staff;
    private final WorklistQuery worklist;

    WorklistResource(PracticeStaff staff, WorklistQuery worklist) {
        this.staff = staff;
        this.worklist = worklist;
    }

    @GET
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "listItems",
            summary = "List the worklist",
            description = "Urgent items first, then the oldest. Pending items unless status says otherwise.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A parameter is not understood: bad-request, invalid-ods-code")
    @APIResponse(responseCode = "404", description = "Not your practice: not-found")
    public Uni<WorklistPage> list(
            @RestPath OdsCode ods,
            @BeanParam WorklistFilter filter,
            @BeanParam PageLimit limit,
            @RestQuery @Nullable @Parameter(description = "As the page before gave it.") String next) {
        staff.at(ods);
        PageKey after = next == null ? null : PageKey.decode(next);
        return worklist.page(ods.value(), filter, after, limit.value());
    }
}
