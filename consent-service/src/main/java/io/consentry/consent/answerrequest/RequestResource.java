package io.consentry.consent.answerrequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.consentry.consent.answerrequest.OutsideRequests.Correspondence;
import io.consentry.consent.keepevents.Body;
import io.consentry.consent.keepevents.CommandsOfCaller;
import io.consentry.consent.keepevents.Page;
import io.consentry.consent.keepevents.Paging;
import io.consentry.consent.listorganisations.KnownPractices;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.Role;
import io.consentry.web.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What outsiders asked, and what they were answered. */
@Path("/requests")
@Tag(name = "Requests")
class RequestResource {

    private final OutsideRequests requests;
    private final CommandsOfCaller commands;
    private final KnownPractices known;

    RequestResource(OutsideRequests requests, CommandsOfCaller commands, KnownPractices known) {
        this.requests = requests;
        this.commands = commands;
        this.known = known;
    }

    @GET
    @RolesAllowed({Role.PHARMACY, Role.PRACTICE, Role.DATA_CONTROLLER, Role.AUDITOR, Role.OPERATOR, Role.PROGRAMME})
    @Operation(summary = "All requests and answers, in the order in which they were filed")
    @APIResponse(responseCode = "200", description = "A page; next is absent on the last")
    public RequestPage list(
            @QueryParam("limit") @Schema(defaultValue = "50", maximum = "500") @Nullable String limit,
            @QueryParam("next") @Nullable String next) {
        long after = Paging.position("next", next);
        Page<Correspondence> page =
                Page.of(Paging.limit(limit), most -> requests.after(after, most), Correspondence::position);
        return new RequestPage(page.rows(), page.next());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.PHARMACY, Role.PRACTICE, Role.DATA_CONTROLLER, Role.AUDITOR, Role.OPERATOR, Role.PROGRAMME})
    @Operation(summary = "A request and its answer")
    @APIResponse(responseCode = "200", description = "The request")
    @APIResponse(responseCode = "404", description = "There is no such request")
    public Correspondence show(@PathParam("id") String id) {
        return requests.find(id).orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such request."));
    }

    @POST
    @RolesAllowed({Role.PROGRAMME, Role.OPERATOR})
    @Operation(
            summary = "File what somebody outside asked",
            description = "A letter, a call, an instruction about a switch or the rules. It moves no switch; everybody"
                    + " can read it.")
    @APIResponse(responseCode = "201", description = "Filed; Location is the request")
    @APIResponse(responseCode = "400", description = "The request cannot be understood")
    @APIResponse(responseCode = "404", description = "unknown-practice")
    @APIResponse(responseCode = "422", description = "invalid-record")
    public RestResponse<Correspondence> file(@Nullable OutsideRequestRequest body) {
        OutsideRequestRequest asked = Body.required(body);
        Caller caller = commands.caller();
        String id = UUID.randomUUID().toString();
        String what = asked.checkedWhat();
        ReceiveRequest command = asked.command(id, commands.now(), caller);
        if (command.practice() != null) {
            known.require(command.practice(), caller, commands.requestId());
        }
        commands.send(command, what);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, show(id))
                .location(URI.create("/requests/" + id))
                .build();
    }

    @POST
    @Path("/{id}/answer")
    @RolesAllowed({Role.PROGRAMME, Role.OPERATOR, Role.DATA_CONTROLLER})
    @Operation(
            summary = "Answer a request",
            description =
                    "Of one practice: by its data controller. Of all: by the programme or the operator. The answer"
                            + " moves no switch. The same answer again changes nothing.")
    @APIResponse(responseCode = "200", description = "The request with its answer")
    @APIResponse(responseCode = "400", description = "The request cannot be understood")
    @APIResponse(responseCode = "404", description = "There is no such request")
    @APIResponse(responseCode = "409", description = "already-answered: otherwise, before")
    @APIResponse(responseCode = "422", description = "invalid-record")
    public Correspondence answer(@PathParam("id") String id, @Nullable AnswerBody body) {
        AnswerBody asked = Body.required(body);
        Caller caller = commands.caller();
        String reason = asked.checkedReason();
        Correspondence answered = show(id);
        String own = caller.has(Role.DATA_CONTROLLER) ? caller.ods() : null;
        commands.send(new AnswerRequest(answered.id(), asked.checkedAnswer(), own, commands.actor()), reason);
        return show(id);
    }

    /**
     * Some requests.
     *
     * @param next to go on with; absent on the last page
     */
    @Schema(name = "RequestPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestPage(
            List<Correspondence> requests, @Nullable String next) {}
}
