package io.consentry.consent.cancelscheduled;

import io.consentry.consent.cancelscheduled.ScheduledDecisions.ScheduledList;
import io.consentry.consent.decide.CancelScheduled;
import io.consentry.consent.decide.PracticeCommands;
import io.consentry.consent.recordattempt.MovesTheSwitch;
import io.consentry.consent.showstate.ConsentState;
import io.consentry.consent.showstate.Interest;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.request.CurrentRequest;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Decisions that will take effect later. */
@Path("/practices/{ods}/consent/scheduled")
@Tag(name = "Consent")
class ScheduledResource {

    private final ScheduledDecisions scheduled;
    private final PracticeCommands commands;
    private final Interest interest;
    private final CurrentCaller currentCaller;
    private final CurrentRequest request;

    ScheduledResource(
            ScheduledDecisions scheduled,
            PracticeCommands commands,
            Interest interest,
            CurrentCaller currentCaller,
            CurrentRequest request) {
        this.scheduled = scheduled;
        this.commands = commands;
        this.interest = interest;
        this.currentCaller = currentCaller;
        this.request = request;
    }

    @GET
    @Blocking
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER, Role.AUDITOR})
    @Operation(summary = "Decisions that will take effect, soonest first")
    @APIResponse(responseCode = "200", description = "The decisions; empty where there are none")
    @APIResponse(responseCode = "404", description = "Another practice's schedule")
    public ScheduledList list(@PathParam("ods") OdsCode ods) {
        interest.require(currentCaller.get(), ods.value(), Role.AUDITOR);
        return scheduled.of(ods.value());
    }

    @DELETE
    @Path("/{id}")
    @Authenticated
    @MovesTheSwitch
    @Operation(
            summary = "Take back a decision before it takes effect",
            description = "For holders of a mandate. The decision and its cancellation both stay in the history.")
    @APIResponse(responseCode = "200", description = "Where the switches stand now; ETag is the version")
    @APIResponse(responseCode = "403", description = "only-the-practice-decides: refused, and recorded as an event")
    @APIResponse(responseCode = "404", description = "No such decision is scheduled here")
    @APIResponse(responseCode = "409", description = "already-in-effect")
    @APIResponse(responseCode = "412", description = "stale-version")
    public RestResponse<ConsentState> cancel(
            @PathParam("ods") OdsCode ods,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = currentCaller.get();
        CancelScheduled command = new CancelScheduled(commands.act(ods.value(), caller, ifMatch), id);
        return commands.send(command, caller, null, request.id()).asAnswer();
    }
}
