package io.consentry.filing.showfiled;

import io.consentry.filing.admitstaff.PracticeStaff;
import io.consentry.filing.askingest.Ingest;
import io.consentry.filing.askingest.Original;
import io.consentry.filing.item.Actor;
import io.consentry.filing.readoriginal.FhirDocuments;
import io.consentry.filing.showitem.FilingInForce;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Gives what was filed. */
@Path("/practices/{ods}/items/{id}/filed")
@Tag(name = "Filed")
public class FiledDocumentResource {

    static final String JSON = "application/fhir+json";
    static final String XML = "application/fhir+xml";

    private final PracticeStaff staff;
    private final ReviewedItems items;
    private final Openings openings;
    private final Ingest ingest;
    private final FhirDocuments documents;

    FiledDocumentResource(
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
    @APIResponse(responseCode = "503", description = "The ingest service cannot answer now: unavailable")
    public Uni<RestResponse<byte[]>> filed(@RestPath OdsCode ods, @RestPath String id, @Context HttpHeaders headers) {
        Actor by = staff.at(ods);
        boolean json = !prefersXml(headers.getAcceptableMediaTypes());
        return items.find(ods.value(), id)
                .call(item -> openings.record(item.item(), by, ItemOpening.FILED))
                .map(FiledDocumentResource::filedItem)
                .chain(item -> ingest.original(item.itemId())
                        .map(found -> found.orElseThrow(
                                () -> ProblemType.NOT_FOUND.because("The message's content was erased.")))
                        .chain(original -> OffTheEventLoop.call(() -> document(item, original, json))))
                .map(bytes -> RestResponse.ResponseBuilder.ok(bytes)
                        .header(HttpHeaders.CONTENT_TYPE, (json ? JSON : XML) + ";charset=UTF-8")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header("X-Content-Type-Options", "nosniff")
                        .build());
    }

    private byte[] document(FiledItem item, Original original, boolean json) {
        return documents.write(FiledDocument.of(documents.read(original), item, documents.terser()), json);
    }

    private static FiledItem filedItem(ReviewedItem reviewed) {
        FilingInForce filing =
                reviewed.filing().orElseThrow(() -> ProblemType.NOT_FOUND.because("The item is not filed."));
        return new FiledItem(
                reviewed.item().itemId(),
                reviewed.item().practice(),
                reviewed.item().contentHash(),
                filing);
    }

    private static boolean prefersXml(List<MediaType> accepted) {
        return !accepted.isEmpty() && accepted.get(0).getSubtype().contains("xml");
    }
}
