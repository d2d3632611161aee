package io.consentry.filing.fileitem;

import io.consentry.filing.actonitem.Act;
import io.consentry.filing.actonitem.ActRequest;
import io.consentry.filing.actonitem.Acting;
import io.consentry.filing.actonitem.ItemActs;
import io.consentry.filing.actonitem.PartNumbers;
import io.consentry.filing.item.FileItem;
import io.consentry.filing.keepcontent.WrittenNote;
import io.consentry.filing.showitem.FilingDefaults;
import io.consentry.filing.showitem.ItemPage;
import io.consentry.filing.showitem.ReviewedItem;
import io.consentry.web.caller.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Files an item: one click. */
@Path("/practices/{ods}/items/{id}/file")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklist")
public class FileItemResource {

    private final ItemActs acts;

    FileItemResource(ItemActs acts) {
        this.acts = acts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "fileItem",
            summary = "File an item into the record",
            description = "All of it, or without some entries; as the practice has settled where you do not say."
                    + " The sender is told once the time to undo has passed.")
    @APIResponse(
            responseCode = "200",
            description = "The item, filed",
            content = @Content(schema = @Schema(implementation = ItemPage.class)))
    @APIResponse(responseCode = "204", description = ActRequest.NO_ITEM)
    @APIResponse(
            responseCode = "409",
            description = "flags-not-acknowledged, with the flags; already-decided, with what the item is now;"
                    + " content-unreadable where the content was erased or cannot be opened")
    @APIResponse(
            responseCode = "422",
            description = "unknown-entry; nothing-to-file where every entry would be left out")
    public Uni<RestResponse<ItemPage>> file(@BeanParam ActRequest request, @Valid @Nullable FilingRequest filing) {
        FilingRequest asked = filing == null ? FilingRequest.BY_DEFAULT : filing;
        return acts.perform(request, acting -> act(acting, asked));
    }

    private static Act act(Acting acting, FilingRequest filing) {
        WrittenNote note = WrittenNote.ofNullable(filing.note());
        FilingDefaults defaults = FilingDefaults.of(acting.item(), acting.settings());
        return new Act(
                new FileItem(
                        acting.itemId(),
                        acting.practice(),
                        acting.version(),
                        acting.item().isReadable(),
                        numbers(
                                "exclude",
                                Objects.requireNonNullElse(filing.exclude(), defaults.exclude()),
                                acting,
                                ReviewedItem::entryIds),
                        numbers("acknowledge", filing.acknowledge(), acting, ReviewedItem::flagIds),
                        filing.isPatientVisible(defaults),
                        filing.heldBack(defaults),
                        WrittenNote.idOf(note),
                        acting.by(),
                        acting.at(),
                        acting.settings().undoTime()),
                note);
    }

    /** Of what nobody can read no part has a name: then the item itself refuses, and says why. */
    private static List<Integer> numbers(
            String member, @Nullable List<String> named, Acting acting, Function<ReviewedItem, List<String>> known) {
        return acting.item().isReadable() ? PartNumbers.of(member, named, known.apply(acting.item())) : List.of();
    }
}
