package io.consentry.consent.pauseswitch;

import io.consentry.consent.decide.NotesHoldNoNhsNumber;
import io.consentry.consent.decide.PauseSwitch;
import io.consentry.consent.decide.PracticeCommands;
import io.consentry.consent.decide.ReasonsAreListed;
import io.consentry.consent.keepevents.Body;
import io.consentry.consent.recordattempt.StopsMessages;
import io.consentry.consent.showstate.ConsentState;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.request.CurrentRequest;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Somebody at the practice stops its messages. */
@Path("/practices/{ods}/consent/pause")
@Authenticated
@StopsMessages
@Tag(name = "Consent")
class PauseResource {

    private final PracticeCommands commands;
    private final CurrentCaller currentCaller;
    private final CurrentRequest request;

    PauseResource(PracticeCommands commands, CurrentCaller currentCaller, CurrentRequest request) {
        this.commands = commands;
        this.currentCaller = currentCaller;
        this.request = request;
    }

    @POST
    @Operation(
            summary = "Stop the practice's messages at once",
            description = "For anybody who works at the practice, without a mandate: opts the master switch out, now."
                    + " Only a holder of a mandate opts in again; a decision that is scheduled already keeps its time.")
    @APIResponse(responseCode = "200", description = "Where the switches stand now; ETag is the version")
    @APIResponse(responseCode = "400", description = "The request cannot be understood")
    @APIResponse(responseCode = "403", description = "only-the-practice-decides: refused, and recorded as an event")
    @APIResponse(responseCode = "412", description = "stale-version")
    @APIResponse(responseCode = "422", description = "invalid-decision")
    public RestResponse<ConsentState> pause(
            @PathParam("ods") OdsCode ods,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable PauseRequest body) {
        PauseRequest pause = Body.required(body);
        NotesHoldNoNhsNumber.check(pause.note());
        Caller caller = currentCaller.get();
        PauseSwitch command =
                new PauseSwitch(commands.act(ods.value(), caller, ifMatch), ReasonsAreListed.check(pause.reason()));
        return commands.send(command, caller, pause.note(), request.id()).asAnswer();
    }
}
