package io.consentry.filing.writenote;

import io.consentry.filing.actonitem.Act;
import io.consentry.filing.actonitem.ActRequest;
import io.consentry.filing.actonitem.Acting;
import io.consentry.filing.actonitem.ItemActs;
import io.consentry.filing.item.AddNote;
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

/** Keeps a person's words with an item. */
@Path("/practices/{ods}/items/{id}/note")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklist")
public class WriteNoteResource {

    private final ItemActs acts;

    WriteNoteResource(ItemActs acts) {
        this.acts = acts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "writeNote",
            summary = "Write a note",
            description = "For your colleagues, whatever state the item is in. It is kept with the content.")
    @APIResponse(
            responseCode = "200",
            description = "The item, with the note in its history",
            content = @Content(schema = @Schema(implementation = ItemPage.class)))
    @APIResponse(responseCode = "204", description = ActRequest.NO_ITEM)
    public Uni<RestResponse<ItemPage>> write(@BeanParam ActRequest request, @Valid @NotNull NewNote words) {
        WrittenNote note = WrittenNote.of(words.note());
        return acts.perform(request, acting -> act(acting, note));
    }

    private static Act act(Acting acting, WrittenNote note) {
        return new Act(
                new AddNote(acting.itemId(), acting.practice(), acting.version(), note.id(), acting.by(), acting.at()),
                note);
    }
}
