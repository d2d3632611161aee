package io.consentry.filing.showfiled;

import io.consentry.filing.readoriginal.FhirDocuments;
import io.consentry.filing.readoriginal.OriginalMessages;
import io.consentry.filing.showitem.FilingInForce;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hl7.fhir.dstu3.model.Bundle;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Gives what was filed. */
@Path("/practices/{ods}/items/{id}/filed")
@Tag(name = "Filed")
public class FiledDocumentResource {

    static final String JSON = "application/fhir+json";
    static final String XML = "application/fhir+xml";

    private final OpenedItems items;
    private final OriginalMessages originals;
    private final FhirDocuments documents;

    FiledDocumentResource(OpenedItems items, OriginalMessages originals, FhirDocuments documents) {
        this.items = items;
        this.originals = originals;
        this.documents = documents;
    }

    @GET
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "getFiled",
            summary = "Read what was filed",
            description =
                    "A FHIR STU3 document: the original's, without the entries left out, labelled NOPAT where the"
                            + " patient is not to see it, and with a Provenance that names the reviewer and the original's hash.")
    @APIResponse(
            responseCode = "200",
            description = "The document, as Accept asks; JSON where it asks for neither",
            content = {@Content(mediaType = JSON), @Content(mediaType = XML)})
    @APIResponse(responseCode = "404", description = "No such item here, not filed, or erased: not-found")
    @APIResponse(
            responseCode = "409",
            description = "Its content is kept and cannot be opened now, perhaps for want of its key:"
                    + " content-unreadable")
    @APIResponse(responseCode = "503", description = "The ingest service cannot answer now: unavailable")
    public Uni<RestResponse<byte[]>> filed(@RestPath OdsCode ods, @RestPath String id, @Context HttpHeaders headers) {
        boolean json = !prefersXml(headers.getAcceptableMediaTypes());
        return items.open(ods, id, ItemOpening.FILED)
                .map(FiledDocumentResource::filedItem)
                .chain(item -> originals.read(id, message -> document(item, message, json)))
                .map(bytes -> RestResponse.ResponseBuilder.ok(bytes)
                        .header(HttpHeaders.CONTENT_TYPE, (json ? JSON : XML) + ";charset=UTF-8")
                        .header("X-Content-Type-Options", "nosniff")
                        .build());
    }

    private byte[] document(FiledItem item, Bundle message, boolean json) {
        return documents.write(FiledDocument.of(message, item, documents.terser()), json);
    }

    private static FiledItem filedItem(ReviewedItem reviewed) {
        FilingInForce filing =
                reviewed.filing().orElseThrow(() -> ProblemType.NOT_FOUND.because("The item is not filed."));
        // Without its content nobody can tell what the reviewer left out, and the original has all of it.
        ReviewedItem item = reviewed.readable();
        return new FiledItem(
                item.item().itemId(), item.item().practice(), item.item().contentHash(), filing);
    }

    private static boolean prefersXml(List<MediaType> accepted) {
        return !accepted.isEmpty() && accepted.get(0).getSubtype().contains("xml");
    }
}
