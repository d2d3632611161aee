package io.consentry.consent.announcechange;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.consentry.consent.announcechange.Notices.Notice;
import io.consentry.consent.governservices.ProgrammeCommands;
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

/** Announcements of coming changes. */
@Path("/notices")
@Tag(name = "Notices")
class NoticeResource {

    private final Notices notices;
    private final ProgrammeCommands programme;
    private final CommandsOfCaller commands;
    private final KnownPractices known;

    NoticeResource(Notices notices, ProgrammeCommands programme, CommandsOfCaller commands, KnownPractices known) {
        this.notices = notices;
        this.programme = programme;
        this.commands = commands;
        this.known = known;
    }

    @GET
    @RolesAllowed({Role.PHARMACY, Role.PRACTICE, Role.DATA_CONTROLLER, Role.AUDITOR, Role.OPERATOR, Role.PROGRAMME})
    @Operation(summary = "All notices, in the order in which they were issued")
    @APIResponse(responseCode = "200", description = "A page; next is absent on the last")
    public NoticePage list(
            @QueryParam("limit") @Schema(defaultValue = "50", maximum = "500") @Nullable String limit,
            @QueryParam("next") @Nullable String next) {
        long after = Paging.position("next", next);
        String own = commands.caller().ods();
        Page<Notice> page = Page.of(Paging.limit(limit), most -> notices.after(after, most, own), Notice::position);
        return new NoticePage(page.rows(), page.next());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.PHARMACY, Role.PRACTICE, Role.DATA_CONTROLLER, Role.AUDITOR, Role.OPERATOR, Role.PROGRAMME})
    @Operation(summary = "A notice")
    @APIResponse(responseCode = "200", description = "The notice, and how many practices have read it")
    @APIResponse(responseCode = "404", description = "There is no such notice")
    public Notice show(@PathParam("id") String id) {
        return found(id, commands.caller());
    }

    @POST
    @RolesAllowed({Role.PROGRAMME, Role.OPERATOR})
    @Operation(
            summary = "Announce a change",
            description = "Recorded with who was asked before, and with the notice period that was in force. A notice"
                    + " never moves a switch.")
    @APIResponse(responseCode = "201", description = "Issued; Location is the notice")
    @APIResponse(responseCode = "400", description = "The request cannot be understood")
    @APIResponse(
            responseCode = "422",
            description = "invalid-record, or notice-too-short: refused, and recorded as an event")
    public RestResponse<Notice> issue(@Nullable NoticeRequest body) {
        NoticeRequest asked = Body.required(body);
        Caller caller = commands.caller();
        String id = UUID.randomUUID().toString();
        String text = asked.checkedText();
        programme.send(asked.command(programme, id, caller), caller, text, commands.requestId());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, found(id, caller))
                .location(URI.create("/notices/" + id))
                .build();
    }

    @POST
    @Path("/{id}/acknowledgements")
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            summary = "Say that the caller's practice has read a notice",
            description = "It agrees to nothing and moves no switch. Saying it again changes nothing.")
    @APIResponse(responseCode = "200", description = "The notice")
    @APIResponse(responseCode = "404", description = "There is no such notice, or unknown-practice")
    public Notice acknowledge(@PathParam("id") String id) {
        Caller caller = commands.caller();
        known.require(caller.ods(), caller, commands.requestId());
        Notice notice = found(id, caller);
        commands.send(new AcknowledgeNotice(notice.id(), caller.ods(), commands.actor()), null);
        return found(id, caller);
    }

    private Notice found(String id, Caller caller) {
        return notices.find(id, caller.ods())
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such notice."));
    }

    /**
     * Some notices.
     *
     * @param next to go on with; absent on the last page
     */
    @Schema(name = "NoticePage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticePage(List<Notice> notices, @Nullable String next) {}
}
