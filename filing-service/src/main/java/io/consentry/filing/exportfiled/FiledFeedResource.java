package io.consentry.filing.exportfiled;

import io.consentry.filing.admitstaff.PracticeStaff;
import io.consentry.filing.item.Actor;
import io.consentry.filing.limitpages.PageLimit;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The feed of a practice's filings, for its clinical system. */
@Path("/practices/{ods}/filed")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Filed")
public class FiledFeedResource {

    private final PracticeStaff staff;
    private final FiledFeedQuery feed;

    FiledFeedResource(PracticeStaff staff, FiledFeedQuery feed) {
        this.staff = staff;
        this.feed = feed;
    }

    @GET
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "listFiled",
            summary = "Follow what was filed",
            description =
                    "In the order in which filings became final or were retracted. Read again from any position: nothing"
                            + " changes.")
    @APIResponse(responseCode = "200", description = "What follows the position")
    @APIResponse(responseCode = "400", description = "A parameter is not understood: bad-request")
    @APIResponse(responseCode = "404", description = "Not your practice: not-found")
    public Uni<FiledPage> list(
            @RestPath OdsCode ods,
            @RestQuery @DefaultValue("0") @Parameter(description = "The last position that is known; 0 for all.")
                    long after,
            @BeanParam PageLimit limit) {
        staff.at(ods);
        if (after < 0) {
            throw ProblemType.BAD_REQUEST.because("after is not negative.");
        }
        return feed.after(ods.value(), after, limit.value());
    }

    @POST
    @Path("imported")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "acknowledgeFiled",
            summary = "Say what was imported",
            description = "Everything up to this position is in the clinical system.")
    @APIResponse(responseCode = "200", description = "Kept")
    @APIResponse(responseCode = "400", description = "There is no such position: bad-request")
    @APIResponse(responseCode = "404", description = "Not your practice: not-found")
    public Uni<ImportedUpTo> imported(@RestPath OdsCode ods, @Valid @NotNull ImportedUpTo request) {
        Actor by = staff.at(ods);
        return feed.acknowledge(ods.value(), request.upTo(), by);
    }
}
