package io.consentry.filing.readattachment;

import io.consentry.consultation.Entry;
import io.consentry.filing.admitstaff.PracticeStaff;
import io.consentry.filing.askingest.Ingest;
import io.consentry.filing.askingest.Original;
import io.consentry.filing.item.Actor;
import io.consentry.filing.readoriginal.FhirDocuments;
import io.consentry.filing.showitem.ItemOpening;
import io.consentry.filing.showitem.Openings;
import io.consentry.filing.showitem.ReviewedItem;
import io.consentry.filing.showitem.ReviewedItems;
import io.consentry.filing.threads.OffTheEventLoop;
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

    private final PracticeStaff staff;
    private final ReviewedItems items;
    private final Openings openings;
    private final Ingest ingest;
    private final FhirDocuments documents;

    AttachmentResource(
            PracticeStaff staff, ReviewedItems items, Openings openings, Ingest ingest, FhirDocuments documents) {
        this.staff = staff;
        this.items = items;
        this.openings = openings;
        this.ingest = ingest;
        this.documents = documents;
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
    @APIResponse(responseCode = "503", description = "The ingest service cannot answer now: unavailable")
    public Uni<RestResponse<byte[]>> get(
            @RestPath OdsCode ods,
            @RestPath String id,
            @RestPath @Parameter(description = "As attachment.number of the item's entry says") int number) {
        Actor by = staff.at(ods);
        return items.find(ods.value(), id).chain(item -> {
            String entry = entryWith(number, item);
            return openings.record(item.item(), by, ItemOpening.ATTACHMENT)
                    .chain(() -> ingest.original(id))
                    .map(found ->
                            found.orElseThrow(() -> ProblemType.NOT_FOUND.because("The message's content was erased.")))
                    .chain(original -> OffTheEventLoop.call(() -> file(original, entry, number)));
        });
    }

    private RestResponse<byte[]> file(Original original, String entry, int number) {
        return AttachedFile.in(documents.read(original), entry, number).answer();
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
