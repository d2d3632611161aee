package io.consentry.consent.moveswitch;

import io.consentry.consent.recordattempt.MovesTheSwitch;
import io.consentry.consent.showstate.ConsentState;
import io.consentry.consent.showstate.ConsentStates;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import io.consentry.web.request.CurrentRequest;
import io.quarkus.security.Authenticated;
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

/** A practice's data controller moves its switches. */
@Path("/practices/{ods}/consent")
@Authenticated
@MovesTheSwitch
@Tag(name = "Consent")
@APIResponse(responseCode = "400", description = "The request cannot be understood")
@APIResponse(responseCode = "403", description = "only-the-practice-decides: refused, and recorded as an event")
@APIResponse(
        responseCode = "412",
        description = "stale-version: the practice decided something else since; the current state is in the answer")
class SwitchResource {

    private final SwitchMover mover;
    private final ConsentStates states;
    private final CurrentCaller caller;
    private final CurrentRequest request;

    SwitchResource(SwitchMover mover, ConsentStates states, CurrentCaller caller, CurrentRequest request) {
        this.mover = mover;
        this.states = states;
        this.caller = caller;
        this.request = request;
    }

    @PUT
    @Operation(
            summary = "Move the practice's master switch",
            description = "While it is opted out, no message of any service is let in. Asking for what already holds"
                    + " changes nothing. A decision for later is in force from its time on without any further event.")
    @APIResponse(responseCode = "200", description = "Where the switches stand now; ETag is the version")
    @APIResponse(responseCode = "422", description = "invalid-decision or effective-in-the-past")
    public RestResponse<ConsentState> moveMaster(
            @PathParam("ods") OdsCode ods,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable DecisionRequest decision) {
        return move(ods.value(), null, ifMatch, decision);
    }

    @PUT
    @Path("/{service}")
    @Operation(
            summary = "Move the practice's switch of one service",
            description = "Messages of the service are let in only while both this and the master switch are in.")
    @APIResponse(responseCode = "200", description = "Where the switches stand now; ETag is the version")
    @APIResponse(responseCode = "422", description = "invalid-decision, effective-in-the-past or unknown-service")
    public RestResponse<ConsentState> moveService(
            @PathParam("ods") OdsCode ods,
            @PathParam("service") String service,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable DecisionRequest decision) {
        return move(ods.value(), service, ifMatch, decision);
    }

    private RestResponse<ConsentState> move(
            String practice, @Nullable String service, @Nullable String ifMatch, @Nullable DecisionRequest decision) {
        if (decision == null) {
            throw ProblemType.BAD_REQUEST.because("The request has no body.");
        }
        try {
            mover.move(practice, service, decision, IfMatch.version(ifMatch), caller.get(), request.id());
        } catch (StaleVersion e) {
            ConsentState current = states.now(practice);
            throw ProblemType.STALE_VERSION
                    .with("The practice has decided something else since. See current.")
                    .with("current", current)
                    .withHeader(HttpHeaders.ETAG, current.etag())
                    .build();
        }
        ConsentState state = states.now(practice);
        return RestResponse.ResponseBuilder.ok(state)
                .header(HttpHeaders.ETAG, state.etag())
                .build();
    }
}
