package io.consentry.filing.retryevents;

import io.consentry.filing.limitpages.PageLimit;
import io.consentry.filing.threads.OffTheEventLoop;
import io.consentry.web.caller.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Events that could not be applied. */
@Path("/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operation")
public class DeadLettersResource {

    private final PutAside putAside;

    DeadLettersResource(PutAside putAside) {
        this.putAside = putAside;
    }

    @GET
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "listDeadLetters",
            summary = "List events that could not be applied",
            description = "Later events of the same item wait for them; other items go on. First those of the worklist,"
                    + " in the order of items, then messages that are no items yet.")
    @APIResponse(responseCode = "200", description = "A page of the events, with what went wrong")
    @APIResponse(responseCode = "400", description = "A parameter is not understood: bad-request")
    public Uni<DeadLetterList> list(
            @BeanParam PageLimit limit,
            @RestQuery @Nullable @Parameter(description = "As the page before gave it.") String next) {
        LetterPlace after = LetterPlace.of(next);
        int atMost = limit.value();
        return OffTheEventLoop.call(() -> putAside.page(after, atMost));
    }

    @POST
    @Path("{id}/retry")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "retryDeadLetter",
            summary = "Try an event again",
            description =
                    "After a fix. Those that waited for it follow, in order. What was applied before is not applied"
                            + " twice.")
    @APIResponse(responseCode = "200", description = "Whether it is applied now")
    @APIResponse(responseCode = "404", description = "There is no such letter: not-found")
    public Uni<RetryResult> retry(@RestPath String id) {
        return OffTheEventLoop.call(() -> new RetryResult(id, putAside.retry(id)));
    }
}
