package io.consentry.filing.retractfiling;

import io.consentry.filing.actonitem.Act;
import io.consentry.filing.actonitem.ActRequest;
import io.consentry.filing.actonitem.Acting;
import io.consentry.filing.actonitem.ItemActs;
import io.consentry.filing.item.RetractFiling;
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

/** Takes a final filing back. */
@Path("/practices/{ods}/items/{id}/retract")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklist")
public class RetractFilingResource {

    private final ItemActs acts;

    RetractFilingResource(ItemActs acts) {
        this.acts = acts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "retractFiling",
            summary = "Take a filing back after it was exported",
            description =
                    "The feed of filings says so to the clinical system, the sender is told, and the item waits for"
                            + " a decision again. Until finalFrom of the item undo is the way.")
    @APIResponse(
            responseCode = "200",
            description = "The item, pending again, or replaced where a newer document came meanwhile",
            content = @Content(schema = @Schema(implementation = ItemPage.class)))
    @APIResponse(responseCode = "204", description = ActRequest.NO_ITEM)
    @APIResponse(responseCode = "409", description = "cannot-be-retracted, with what the item is now")
    public Uni<RestResponse<ItemPage>> retract(@BeanParam ActRequest request, @Valid @NotNull Retraction retraction) {
        return acts.perform(request, acting -> act(acting, retraction));
    }

    private static Act act(Acting acting, Retraction retraction) {
        WrittenNote note = WrittenNote.ofNullable(retraction.note());
        return new Act(
                new RetractFiling(
                        acting.itemId(),
                        acting.practice(),
                        acting.version(),
                        retraction.reason(),
                        WrittenNote.idOf(note),
                        acting.by(),
                        acting.at()),
                note);
    }
}
