package io.consentry.filing.assignitem;

import io.consentry.filing.actonitem.Act;
import io.consentry.filing.actonitem.ActRequest;
import io.consentry.filing.actonitem.Acting;
import io.consentry.filing.actonitem.ItemActs;
import io.consentry.filing.item.AssignItem;
import io.consentry.filing.showitem.ItemPage;
import io.consentry.web.caller.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Asks somebody to decide about an item. */
@Path("/practices/{ods}/items/{id}/assign")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklist")
public class AssignItemResource {

    private final ItemActs acts;

    AssignItemResource(ItemActs acts) {
        this.acts = acts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "assignItem",
            summary = "Ask somebody to decide",
            description = "A colleague, yourself, or nobody in particular. It keeps nobody else from deciding.")
    @APIResponse(
            responseCode = "200",
            description = "The item, assigned",
            content = @Content(schema = @Schema(implementation = ItemPage.class)))
    @APIResponse(responseCode = "204", description = ActRequest.NO_ITEM)
    @APIResponse(responseCode = "409", description = "already-decided, with what the item is now")
    public Uni<RestResponse<ItemPage>> assign(@BeanParam ActRequest request, @Valid @NotNull Assignment assignment) {
        return acts.perform(request, acting -> act(acting, assignment));
    }

    private static Act act(Acting acting, Assignment assignment) {
        return Act.of(new AssignItem(
                acting.itemId(), acting.practice(), acting.version(), assignment.to(), acting.by(), acting.at()));
    }
}
