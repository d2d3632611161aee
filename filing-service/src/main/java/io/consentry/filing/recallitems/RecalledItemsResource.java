package io.consentry.filing.recallitems;

import io.consentry.filing.item.Actor;
import io.consentry.filing.limitpages.PageLimit;
import io.consentry.filing.recallitems.RecallConfirmations.Confirmation;
import io.consentry.filing.threads.OffTheEventLoop;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A practice's own items that a recall found. */
@Path("/recalls/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recalls")
public class RecalledItemsResource {

    private final CurrentCaller caller;
    private final OwnRecalledItems items;
    private final RecallViews views;
    private final ConfirmRecalled confirm;

    RecalledItemsResource(CurrentCaller caller, OwnRecalledItems items, RecallViews views, ConfirmRecalled confirm) {
        this.caller = caller;
        this.items = items;
        this.views = views;
        this.confirm = confirm;
    }

    @GET
    @Path("items")
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "listRecalledItems",
            summary = "List your items that a recall found",
            description = "In every state, with the entries that match; those in the record need review.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A parameter is not understood: bad-request")
    @APIResponse(responseCode = "404", description = "No such recall, or it found nothing of yours: not-found")
    public Uni<RecalledItemsPage> list(
            @RestPath String id,
            @BeanParam PageLimit limit,
            @RestQuery @Nullable @Parameter(description = "As the page before gave it.") String next) {
        String practice = caller.get().ods();
        int atMost = limit.value();
        return views.asPractice(id, practice).chain(recall -> items.items(practice, id, next, atMost));
    }

    @POST
    @Path("confirmations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "confirmRecalled",
            summary = "Confirm that you looked at items again",
            description = "What you found at each, at most 100 at a time. Confirming again changes nothing.")
    @APIResponse(responseCode = "200", description = "How the recall stands at the practice afterwards")
    @APIResponse(responseCode = "400", description = "The request is not understood: bad-request")
    @APIResponse(
            responseCode = "404",
            description = "No such recall for you, or it did not find one of these items: not-found. Nothing changed")
    public Uni<RecallPage> confirm(@RestPath String id, @Valid @NotNull RecallConfirmations request) {
        Caller who = caller.get();
        Actor by = Actor.of(who);
        List<Confirmation> found = request.items();
        return views.asPractice(id, who.ods())
                .chain(recall -> OffTheEventLoop.call(() -> {
                    confirm.confirm(who.ods(), id, found, by);
                    return id;
                }))
                .chain(done -> views.asPractice(id, who.ods()));
    }
}
