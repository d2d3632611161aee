package io.consentry.consent.listorganisations;

import io.consentry.consent.keepevents.Body;
import io.consentry.consent.keepevents.CommandsOfCaller;
import io.consentry.consent.listorganisations.Organisations.Listed;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import io.consentry.web.version.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The directory of organisations. */
@Path("/organisations/{ods}")
@Tag(name = "Organisations")
class OrganisationResource {

    private final Organisations organisations;
    private final CommandsOfCaller commands;

    OrganisationResource(Organisations organisations, CommandsOfCaller commands) {
        this.organisations = organisations;
        this.commands = commands;
    }

    @GET
    @RolesAllowed({Role.PHARMACY, Role.PRACTICE, Role.DATA_CONTROLLER, Role.AUDITOR, Role.OPERATOR, Role.PROGRAMME})
    @Operation(summary = "What the directory says of an organisation")
    @APIResponse(responseCode = "200", description = "The organisation; ETag is the version")
    @APIResponse(responseCode = "404", description = "No such organisation is listed")
    public RestResponse<Listed> show(@PathParam("ods") OdsCode ods) {
        return answer(ods.value());
    }

    @PUT
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "List an organisation, rename it, close it or open it again",
            description = "Messages to a practice that is not listed, or closed, are refused as unknown-practice. No"
                    + " switch moves. Every change is an event.")
    @APIResponse(responseCode = "200", description = "The organisation; ETag is the version")
    @APIResponse(responseCode = "400", description = "The request cannot be understood")
    @APIResponse(responseCode = "412", description = "stale-version")
    @APIResponse(responseCode = "422", description = "invalid-record")
    public RestResponse<Listed> describe(
            @PathParam("ods") OdsCode ods,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable OrganisationRequest body) {
        OrganisationRequest asked = Body.required(body);
        String successor = asked.checkedSuccessor();
        if (successor != null && organisations.find(successor).isEmpty()) {
            throw ProblemType.INVALID_RECORD.because("The directory does not list the successor.");
        }
        commands.send(
                new DescribeOrganisation(
                        ods.value(),
                        asked.checkedName(),
                        asked.checkedKind(),
                        asked.isOpen(),
                        successor,
                        Role.OPERATOR,
                        IfMatch.optional(ifMatch),
                        commands.actor()),
                null);
        return answer(ods.value());
    }

    private RestResponse<Listed> answer(String ods) {
        Listed entry = organisations
                .find(ods)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("The directory does not list this organisation."));
        return RestResponse.ResponseBuilder.ok(entry)
                .header(HttpHeaders.ETAG, "\"" + entry.version() + "\"")
                .build();
    }
}
