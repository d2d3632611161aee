package io.consentry.filing.followworklist;

import io.consentry.filing.admitstaff.PracticeStaff;
import io.consentry.filing.showworklist.ShownChanges;
import io.consentry.filing.showworklist.ShownChanges.Change;
import io.consentry.filing.showworklist.ShownChanges.News;
import io.consentry.web.caller.Role;
import io.consentry.web.follow.LiveStream;
import io.consentry.web.ods.OdsCode;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Tells an open page that items came or changed. */
@Path("/practices/{ods}/items/events")
@Tag(name = "Worklist")
public class FollowWorklistResource {

    private final PracticeStaff staff;
    private final ShownChanges changes;
    private final FollowConfig config;
    private final JsonWebToken token;
    private final Clock clock;

    FollowWorklistResource(
            PracticeStaff staff, ShownChanges changes, FollowConfig config, JsonWebToken token, Clock clock) {
        this.staff = staff;
        this.changes = changes;
        this.config = config;
        this.token = token;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "followItems",
            summary = "Follow the worklist live",
            description =
                    "One event for each item that came or changed, with its latest version. It begins now: read the"
                            + " worklist once the stream is open. An event named read-again says that more has changed than can"
                            + " be told: read the worklist again. The stream ends with the token.")
    @APIResponse(
            responseCode = "200",
            description = "Server-sent events",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = WorklistChange.class)))
    @APIResponse(responseCode = "404", description = "Not your practice: not-found")
    public Multi<OutboundSseEvent> follow(@RestPath OdsCode ods, @Context Sse sse) {
        staff.at(ods);
        Multi<OutboundSseEvent> told = changes.of(ods.value()).map(news -> event(sse, news));
        return LiveStream.of(told, sse, config.signOfLife(), token, clock.instant());
    }

    /** A browser hears no event without data, so what has nothing to say says that. */
    private static OutboundSseEvent event(Sse sse, News news) {
        OutboundSseEvent.Builder event = sse.newEventBuilder().mediaType(MediaType.APPLICATION_JSON_TYPE);
        return news instanceof Change change
                ? event.data(WorklistChange.class, new WorklistChange(change.itemId(), change.version()))
                        .build()
                : event.name("read-again").data("{}").build();
    }
}
