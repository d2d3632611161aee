package io.consentry.filing.rebuildviews;

import io.consentry.filing.item.Actor;
import io.consentry.filing.threads.OffTheEventLoop;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.consentry.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Rebuilds of the tables people read. */
@Path("/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operation")
public class RebuildsResource {

    private static final Logger LOG = Logger.getLogger(RebuildsResource.class);

    private final CurrentCaller caller;
    private final Rebuild rebuild;
    private final RebuildLog log;

    RebuildsResource(CurrentCaller caller, Rebuild rebuild, RebuildLog log) {
        this.caller = caller;
        this.rebuild = rebuild;
        this.log = log;
    }

    @POST
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "rebuildViews",
            summary = "Build the worklist anew from the events",
            description = "Until the new tables are complete the old ones answer. Says how many rows differed.")
    @APIResponse(
            responseCode = "202",
            description = "It has begun",
            content = @Content(schema = @Schema(implementation = RebuildPage.class)))
    public Uni<RestResponse<RebuildPage>> begin() {
        Actor by = Actor.of(caller.get());
        return OffTheEventLoop.call(() -> {
                    String id = log.begin(by);
                    Infrastructure.getDefaultExecutor().execute(() -> run(id));
                    return id;
                })
                .chain(this::get)
                .map(page -> RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, page)
                        .location(URI.create("/rebuilds/" + page.id()))
                        .build());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "getRebuild",
            summary = "See how far a rebuild has come",
            description = "And, once it is finished, how many rows differed from what the events say.")
    @APIResponse(responseCode = "200", description = "The rebuild")
    @APIResponse(responseCode = "404", description = "There is no such rebuild: not-found")
    public Uni<RebuildPage> get(@RestPath String id) {
        return OffTheEventLoop.call(
                () -> log.find(id).orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such rebuild.")));
    }

    private void run(String id) {
        try {
            rebuild.run(id);
        } catch (SQLException e) {
            LOG.errorf("How rebuild %s went cannot be written down: SQLSTATE %s", id, e.getSQLState());
        }
    }
}
