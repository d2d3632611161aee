package io.consentry.filing.readattachment;

import io.consentry.consultation.Entry;
import io.consentry.filing.readoriginal.OriginalMessages;
import io.consentry.filing.showitem.ItemOpening;
import io.consentry.filing.showitem.OpenedItems;
import io.consentry.filing.showitem.ReviewedItem;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Gives a file that came with a message. */
@Path("/practices/{ods}/items/{id}/attachments/{number}")
@Tag(name = "Worklist")
public class AttachmentResource {

    private final OpenedItems items;
    private final OriginalMessages originals;

    AttachmentResource(OpenedItems items, OriginalMessages originals) {
        this.items = items;
        this.originals = originals;
    }

    @GET
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "getAttachment",
            summary = "Read a file that came with an item",
            description =
                    "Byte for byte, to be kept as a file. Kinds that a browser could run come without their type.")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "*/*"))
    @APIResponse(responseCode = "404", description = "No such item here, or it has no such file: not-found")
    @APIResponse(
            responseCode = "409",
            description = "The item's content is kept and cannot be opened now, perhaps for want of its key:"
                    + " content-unreadable")
    @APIResponse(responseCode = "503", description = "The ingest service cannot answer now: unavailable")
    public Uni<RestResponse<byte[]>> get(
            @RestPath OdsCode ods,
            @RestPath String id,
            @RestPath @Parameter(description = "As attachment.number of the item's entry says") int number) {
        return items.open(ods, id, ItemOpening.ATTACHMENT)
                .map(item -> entryWith(number, item.readable()))
                .chain(entry -> originals
                        .read(id, message -> AttachedFile.in(message, entry, number))
                        .map(AttachedFile::answer));
    }

    private static String entryWith(int number, ReviewedItem item) {
        return item.entries().stream()
                .filter(entry -> isAttachment(entry, number))
                .map(Entry::id)
                .findFirst()
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("The item has no such attachment."));
    }

    private static boolean isAttachment(Entry entry, int number) {
        return entry.attachment() != null && entry.attachment().number() == number;
    }
}
