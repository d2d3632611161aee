package io.consentry.ingest.followmessages;

import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.consentry.web.follow.LiveStream;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What becomes of a pharmacy's messages, live. */
@Path("/update-records/events")
@Tag(name = "Messages")
public class FollowMessagesResource {

    private final NewsOfASender news;
    private final NewsBell bell;
    private final FollowingConfig config;
    private final CurrentCaller caller;
    private final JsonWebToken token;
    private final Clock clock;

    FollowMessagesResource(
            NewsOfASender news,
            NewsBell bell,
            FollowingConfig config,
            CurrentCaller caller,
            JsonWebToken token,
            Clock clock) {
        this.news = news;
        this.bell = bell;
        this.config = config;
        this.caller = caller;
        this.token = token;
        this.clock = clock;
    }

    /** The caller's own messages. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed(Role.PHARMACY)
    @Operation(
            summary = "Follow the pharmacy's own messages live",
            description = "One event for each step after a message was received: decided, filed, rejected, replaced,"
                    + " withdrawn, still unread. Each event has an id; with the last one as Last-Event-ID the stream"
                    + " goes on right after it, however long ago that was. Without, it begins now. It ends with the"
                    + " token.")
    @APIResponse(
            responseCode = "200",
            description = "Server-sent events, each with one MessageNews",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = News.class)))
    @APIResponse(responseCode = "400", description = "bad-request: Last-Event-ID was not given here")
    public Multi<OutboundSseEvent> follow(
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER)
                    @Parameter(description = "Id of the last event received")
                    @Nullable String lastEventId,
            @Context Sse sse) {
        String sender = caller.get().ods();
        Uni<Place> from =
                lastEventId == null ? news.now(sender) : Uni.createFrom().item(Place.read(lastEventId));
        Multi<OutboundSseEvent> told = from.onItem()
                .transformToMulti(place -> from(sender, place))
                .map(placed -> sse.newEventBuilder()
                        .id(placed.place().written())
                        .name("message")
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(News.class, placed.news())
                        .build());
        return LiveStream.of(told, sse, config.signOfLife(), token, clock.instant());
    }

    /** Looks at once, and whenever the bell rings. */
    private Multi<News.Placed> from(String sender, Place start) {
        Reached reached = new Reached(start);
        return Multi.createBy()
                .merging()
                .streams(Multi.createFrom().item(sender), bell.of(sender))
                .onItem()
                .transformToMultiAndConcatenate(ring -> pages(sender, reached));
    }

    /** Page after page until there is no more for now. */
    private Multi<News.Placed> pages(String sender, Reached reached) {
        return Multi.createBy()
                .repeating()
                .uni(() -> news.after(sender, reached.place).invoke(page -> page.stream()
                        .reduce((earlier, later) -> later)
                        .ifPresent(last -> reached.place = last.place())))
                .until(List::isEmpty)
                .onItem()
                .<News.Placed>disjoint();
    }

    /** How far one connection has come. */
    private static final class Reached {

        private volatile Place place;

        Reached(Place start) {
            place = start;
        }
    }
}
