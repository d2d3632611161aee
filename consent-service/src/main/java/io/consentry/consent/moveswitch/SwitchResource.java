package io.consentry.consent.moveswitch;

import io.consentry.consent.catalogue.ServiceCatalogue;
import io.consentry.consent.decide.DecisionsNeverReachBack;
import io.consentry.consent.decide.MoveSwitch;
import io.consentry.consent.decide.NotesHoldNoNhsNumber;
import io.consentry.consent.decide.PracticeCommands;
import io.consentry.consent.decide.ReasonsAreListed;
import io.consentry.consent.events.Decision;
import io.consentry.consent.keepevents.Body;
import io.consentry.consent.recordattempt.MovesTheSwitch;
import io.consentry.consent.showstate.ConsentState;
import io.consentry.web.caller.Caller;
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
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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

    private final PracticeCommands commands;
    private final ServiceCatalogue catalogue;
    private final CurrentCaller currentCaller;
    private final CurrentRequest request;
    private final boolean selfEnrolment;

    SwitchResource(
            PracticeCommands commands,
            ServiceCatalogue catalogue,
            CurrentCaller currentCaller,
            CurrentRequest request,
            @ConfigProperty(name = "consent.mandates.self-enrolment", defaultValue = "false") boolean selfEnrolment) {
        this.commands = commands;
        this.catalogue = catalogue;
        this.currentCaller = currentCaller;
        this.request = request;
        this.selfEnrolment = selfEnrolment;
    }

    @PUT
    @Operation(
            summary = "Move the practice's master switch",
            description =
                    "For holders of a mandate. While the switch is opted out, no message of any service is let in."
                            + " Asking for what already holds changes nothing. A decision for later is in force from its time"
                            + " on without any further event.")
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
            description = "For holders of a mandate. Messages of the service are let in only while both this and the"
                    + " master switch are in.")
    @APIResponse(responseCode = "200", description = "Where the switches stand now; ETag is the version")
    @APIResponse(responseCode = "422", description = "invalid-decision, effective-in-the-past or unknown-service")
    public RestResponse<ConsentState> moveService(
            @PathParam("ods") OdsCode ods,
            @PathParam("service") String service,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable DecisionRequest decision) {
        if (!catalogue.has(service)) {
            throw ProblemType.UNKNOWN_SERVICE.because("The catalogue has no service of this key.");
        }
        return move(ods.value(), service, ifMatch, decision);
    }

    private RestResponse<ConsentState> move(
            String practice, @Nullable String service, @Nullable String ifMatch, @Nullable DecisionRequest body) {
        DecisionRequest asked = Body.required(body);
        Decision decision = Optional.ofNullable(asked.decision())
                .flatMap(Decision::ofWord)
                .orElseThrow(() -> ProblemType.INVALID_DECISION.because("decision must be opted-in or opted-out."));
        NotesHoldNoNhsNumber.check(asked.note());
        Caller caller = currentCaller.get();
        MoveSwitch command = new MoveSwitch(
                commands.act(practice, caller, ifMatch),
                service,
                decision,
                ReasonsAreListed.check(asked.reason()),
                DecisionsNeverReachBack.wholeMilliseconds(asked.effectiveFrom()),
                selfEnrolment);
        return commands.send(command, caller, asked.note(), request.id()).asAnswer();
    }
}
