package io.consentry.filing.rejectitem;

import io.consentry.filing.actonitem.Act;
import io.consentry.filing.actonitem.ActRequest;
import io.consentry.filing.actonitem.Acting;
import io.consentry.filing.actonitem.ItemActs;
import io.consentry.filing.item.RejectItem;
import io.consentry.filing.keepcontent.WrittenNote;
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

/** Rejects an item. */
@Path("/practices/{ods}/items/{id}/reject")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklist")
public class RejectItemResource {

    private final ItemActs acts;

    RejectItemResource(ItemActs acts) {
        this.acts = acts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "rejectItem",
            summary = "Keep an item out of the record",
            description = "The sender is told the reason once the time to undo has passed.")
    @APIResponse(
            responseCode = "200",
            description = "The item, rejected",
            content = @Content(schema = @Schema(implementation = ItemPage.class)))
    @APIResponse(responseCode = "204", description = ActRequest.NO_ITEM)
    @APIResponse(responseCode = "409", description = "already-decided, with what the item is now")
    public Uni<RestResponse<ItemPage>> reject(
            @BeanParam ActRequest request, @Valid @NotNull RejectionRequest rejection) {
        return acts.perform(request, acting -> act(acting, rejection));
    }

    private static Act act(Acting acting, RejectionRequest rejection) {
        WrittenNote note = rejection.written();
        return new Act(
                new RejectItem(
                        acting.itemId(),
                        acting.practice(),
                        acting.version(),
                        rejection.reason(),
                        WrittenNote.idOf(note),
                        acting.by(),
                        acting.at(),
                        acting.settings().undoTime()),
                note);
    }
}
