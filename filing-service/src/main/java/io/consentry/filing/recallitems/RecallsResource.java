package io.consentry.filing.recallitems;

import io.consentry.eventstore.EventSourcing;
import io.consentry.filing.item.Actor;
import io.consentry.filing.telltime.Timestamps;
import io.consentry.filing.threads.OffTheEventLoop;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Recalls, opened by an operator. */
@Path("/recalls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recalls")
public class RecallsResource {

    private final CurrentCaller caller;
    private final EventSourcing events;
    private final Timestamps time;
    private final RecallViews views;

    RecallsResource(CurrentCaller caller, EventSourcing events, Timestamps time, RecallViews views) {
        this.caller = caller;
        this.events = events;
        this.time = time;
        this.views = views;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "openRecall",
            summary = "Recall what was sent wrongly",
            description = "Finds every item of the whole history that matches, in every state: pending ones are flagged"
                    + " in their worklists, filed ones need review, and each practice confirms each of its items.")
    @APIResponse(
            responseCode = "201",
            description = "The recall; looking has begun",
            content = @Content(schema = @Schema(implementation = RecallPage.class)))
    @APIResponse(responseCode = "400", description = "The request is not understood: bad-request, invalid-ods-code")
    public Uni<RestResponse<RecallPage>> open(@Valid @NotNull RecallRequest request) {
        Instant now = time.now();
        OpenRecall command = new OpenRecall(
                UUID.randomUUID().toString(),
                request.criteria(now),
                request.reason().trim(),
                Actor.of(caller.get()),
                now);
        return OffTheEventLoop.call(() -> events.send(command, Map.of()))
                .chain(() -> views.asOperator(command.recallId()))
                .map(page -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, page)
                        .location(URI.create("/recalls/" + page.id()))
                        .build());
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "listRecalls",
            summary = "List recalls",
            description = "The newest first, at most 100; a practice sees those that found something of its own.")
    @APIResponse(responseCode = "200", description = "The recalls")
    public Uni<RecallList> list() {
        return views.all(caller.get()).map(RecallList::new);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.OPERATOR, Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "getRecall",
            summary = "See how a recall stands",
            description = "How far looking has come, and counts: of every practice for an operator, of its own for a"
                    + " practice.")
    @APIResponse(responseCode = "200", description = "The recall")
    @APIResponse(responseCode = "404", description = "No such recall, or it found nothing of yours: not-found")
    public Uni<RecallPage> get(@RestPath String id) {
        return views.one(id, caller.get());
    }
}
