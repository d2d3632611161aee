package io.consentry.consent.replayevents;

import io.consentry.consent.keepevents.Page;
import io.consentry.consent.keepevents.Paging;
import io.consentry.consent.recordaccess.ReadsTheLog;
import io.consentry.consent.replayevents.EventPage.LoggedEvent;
import io.consentry.consent.showstate.Interest;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everything that happened to one practice's switches, others' attempts among it. */
@Path("/practices/{ods}/consent/history")
@ReadsTheLog
@Tag(name = "Consent")
class HistoryResource {

    private final EventLog log;
    private final Interest interest;
    private final CurrentCaller currentCaller;

    HistoryResource(EventLog log, Interest interest, CurrentCaller currentCaller) {
        this.log = log;
        this.interest = interest;
        this.currentCaller = currentCaller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER, Role.AUDITOR})
    @Operation(
            summary = "Everything that happened to a practice's switches",
            description = "Every decision and every refused attempt of others, in order, with who, when and why.")
    @APIResponse(
            responseCode = "200",
            description = "A page; next is absent on the last",
            content = @Content(schema = @Schema(implementation = ConsentEventPage.class)))
    @APIResponse(responseCode = "404", description = "Another practice's history")
    public String history(
            @PathParam("ods") OdsCode ods,
            @QueryParam("limit") @Schema(defaultValue = "50", maximum = "500") @Nullable String limit,
            @QueryParam("next") @Nullable String next) {
        interest.require(currentCaller.get(), ods.value(), Role.AUDITOR);
        long after = Paging.position("next", next);
        EventFilter own = EventFilter.ofPractice(ods.value());
        return PageJson.of(
                Page.of(Paging.limit(limit), most -> log.after(after, own, most).events(), LoggedEvent::position));
    }
}
