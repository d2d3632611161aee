package io.consentry.filing.undodecision;

import io.consentry.filing.actonitem.Act;
import io.consentry.filing.actonitem.ActRequest;
import io.consentry.filing.actonitem.Acting;
import io.consentry.filing.actonitem.ItemActs;
import io.consentry.filing.item.UndoDecision;
import io.consentry.filing.showitem.ItemPage;
import io.consentry.web.caller.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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

/** Takes a decision back. */
@Path("/practices/{ods}/items/{id}/undo")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklist")
public class UndoDecisionResource {

    private final ItemActs acts;

    UndoDecisionResource(ItemActs acts) {
        this.acts = acts;
    }

    @POST
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "undoDecision",
            summary = "Take a decision back",
            description =
                    "Your own or a colleague's, within the time that finalFrom of the item says, while the sender has"
                            + " not been told.")
    @APIResponse(
            responseCode = "200",
            description = "The item, as it was before the decision",
            content = @Content(schema = @Schema(implementation = ItemPage.class)))
    @APIResponse(responseCode = "204", description = ActRequest.NO_ITEM)
    @APIResponse(responseCode = "409", description = "cannot-be-undone, with what the item is now")
    public Uni<RestResponse<ItemPage>> undo(@BeanParam ActRequest request) {
        return acts.perform(request, UndoDecisionResource::act);
    }

    private static Act act(Acting acting) {
        return Act.of(new UndoDecision(acting.itemId(), acting.practice(), acting.version(), acting.by(), acting.at()));
    }
}
