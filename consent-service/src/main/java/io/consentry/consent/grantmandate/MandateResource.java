package io.consentry.consent.grantmandate;

import io.consentry.consent.decide.Act;
import io.consentry.consent.decide.EnrolFirstHolder;
import io.consentry.consent.decide.GrantMandate;
import io.consentry.consent.decide.NotesHoldNoNhsNumber;
import io.consentry.consent.decide.PracticeCommand;
import io.consentry.consent.decide.PracticeCommands;
import io.consentry.consent.decide.WithdrawMandate;
import io.consentry.consent.grantmandate.MandateHolders.MandateList;
import io.consentry.consent.keepevents.Body;
import io.consentry.consent.showstate.ConsentState;
import io.consentry.consent.showstate.Interest;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.request.CurrentRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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

/** Who may decide for a practice. */
@Path("/practices/{ods}/mandates")
@Tag(name = "Mandates")
class MandateResource {

    private final MandateHolders holders;
    private final PracticeCommands commands;
    private final Interest interest;
    private final CurrentCaller currentCaller;
    private final CurrentRequest request;

    MandateResource(
            MandateHolders holders,
            PracticeCommands commands,
            Interest interest,
            CurrentCaller currentCaller,
            CurrentRequest request) {
        this.holders = holders;
        this.commands = commands;
        this.interest = interest;
        this.currentCaller = currentCaller;
        this.request = request;
    }

    @GET
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER, Role.AUDITOR, Role.OPERATOR})
    @Operation(summary = "Who may decide for the practice now")
    @APIResponse(responseCode = "200", description = "The holders, oldest mandate first")
    @APIResponse(responseCode = "404", description = "Another practice's mandates")
    public MandateList list(@PathParam("ods") OdsCode ods) {
        interest.require(currentCaller.get(), ods.value(), Role.AUDITOR, Role.OPERATOR);
        return holders.of(ods.value());
    }

    @POST
    @RolesAllowed({Role.DATA_CONTROLLER, Role.OPERATOR})
    @Operation(
            summary = "Give a person a mandate",
            description = "By a holder of a mandate of the practice; or by an operator, on evidence, where the practice"
                    + " has no holder. Whoever has one already keeps it.")
    @APIResponse(responseCode = "200", description = "The holders; ETag is the practice's version")
    @APIResponse(responseCode = "400", description = "The request cannot be understood")
    @APIResponse(responseCode = "403", description = "only-the-practice-decides: refused, and recorded as an event")
    @APIResponse(responseCode = "404", description = "Another practice's mandates")
    @APIResponse(responseCode = "409", description = "mandate-exists: an operator only enrols a first holder")
    @APIResponse(responseCode = "412", description = "stale-version")
    @APIResponse(responseCode = "422", description = "invalid-decision")
    public RestResponse<MandateList> grant(
            @PathParam("ods") OdsCode ods,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable MandateRequest body) {
        Caller caller = currentCaller.get();
        interest.require(caller, ods.value(), Role.OPERATOR);
        MandateRequest mandate = Body.required(body);
        NotesHoldNoNhsNumber.check(mandate.note());
        Act act = commands.act(ods.value(), caller, ifMatch);
        PracticeCommand command = caller.has(Role.OPERATOR)
                ? new EnrolFirstHolder(act, mandate.checkedHolder(), mandate.checkedEvidence())
                : new GrantMandate(act, mandate.checkedHolder());
        return answer(command, caller, mandate.note());
    }

    @DELETE
    @Path("/{holder}")
    @RolesAllowed(Role.DATA_CONTROLLER)
    @Operation(
            summary = "Take a person's mandate",
            description = "By a holder of a mandate of the practice, also their own. After the last one is gone, an"
                    + " operator enrols the next holder.")
    @APIResponse(responseCode = "200", description = "The holders; ETag is the practice's version")
    @APIResponse(responseCode = "403", description = "only-the-practice-decides: refused, and recorded as an event")
    @APIResponse(responseCode = "404", description = "Another practice's mandates, or nobody of this name holds one")
    @APIResponse(responseCode = "412", description = "stale-version")
    public RestResponse<MandateList> withdraw(
            @PathParam("ods") OdsCode ods,
            @PathParam("holder") String holder,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = currentCaller.get();
        interest.require(caller, ods.value());
        return answer(new WithdrawMandate(commands.act(ods.value(), caller, ifMatch), holder), caller, null);
    }

    private RestResponse<MandateList> answer(PracticeCommand command, Caller caller, @Nullable String note) {
        ConsentState state = commands.send(command, caller, note, request.id());
        return RestResponse.ResponseBuilder.ok(holders.of(state.practice()))
                .header(HttpHeaders.ETAG, state.etag())
                .build();
    }
}
