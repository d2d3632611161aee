package io.consentry.consent.showstate;

import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Shows where a practice's switches stand. */
@Path("/practices/{ods}/consent")
@Tag(name = "Consent")
class ConsentResource {

    private final ConsentStates states;
    private final Interest interest;
    private final CurrentCaller currentCaller;

    ConsentResource(ConsentStates states, Interest interest, CurrentCaller currentCaller) {
        this.states = states;
        this.interest = interest;
        this.currentCaller = currentCaller;
    }

    @GET
    @Blocking
    @RolesAllowed({Role.PHARMACY, Role.PRACTICE, Role.DATA_CONTROLLER, Role.AUDITOR, Role.OPERATOR})
    @Operation(
            summary = "Where a practice's switches stand",
            description = "Now, or as at a time: what was in force then, or for a time to come what is already decided."
                    + " A switch that was never decided is opted out, at position 0.")
    @APIResponse(responseCode = "200", description = "The switches; ETag is the version to send as If-Match")
    @APIResponse(responseCode = "400", description = "invalid-ods-code, or a time that is no ISO-8601 instant")
    @APIResponse(responseCode = "404", description = "Another practice's switches, asked by a practice")
    public RestResponse<ConsentState> show(
            @PathParam("ods") OdsCode ods,
            @QueryParam("at") @Parameter(description = "ISO-8601 instant, for example 2026-07-01T09:00:00Z") @Nullable String at) {
        // Whoever sends to practices, or watches over them, sees all.
        interest.require(currentCaller.get(), ods.value(), Role.PHARMACY, Role.AUDITOR, Role.OPERATOR);
        return (at == null ? states.now(ods.value()) : states.at(ods.value(), Times.read("at", at))).asAnswer();
    }
}
