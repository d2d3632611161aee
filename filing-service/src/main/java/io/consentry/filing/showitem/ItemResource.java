package io.consentry.filing.showitem;

import io.consentry.filing.admitstaff.PracticeStaff;
import io.consentry.filing.askingest.Ingest;
import io.consentry.filing.askingest.Original;
import io.consentry.filing.settle.SettingsInForce;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** One item, for the person who reviews it. */
@Path("/practices/{ods}/items/{id}")
@Tag(name = "Worklist")
public class ItemResource {

    private final PracticeStaff staff;
    private final OpenedItems opened;
    private final ReviewedItems items;
    private final Openings openings;
    private final SettingsInForce settings;
    private final Ingest ingest;

    ItemResource(
            PracticeStaff staff,
            OpenedItems opened,
            ReviewedItems items,
            Openings openings,
            SettingsInForce settings,
            Ingest ingest) {
        this.staff = staff;
        this.opened = opened;
        this.items = items;
        this.openings = openings;
        this.settings = settings;
        this.ingest = ingest;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "getItem",
            summary = "Read an item",
            description = "Everything a reviewer needs to decide. The ETag is what If-Match must name.")
    @APIResponse(
            responseCode = "200",
            description = "The item",
            headers = @Header(name = "ETag", description = "The item's version, in quotes"),
            content = @Content(schema = @Schema(implementation = ItemPage.class)))
    @APIResponse(responseCode = "404", description = "Not your practice, or it has no such item: not-found")
    public Uni<RestResponse<ItemPage>> get(@RestPath OdsCode ods, @RestPath String id) {
        return opened.open(ods, id, ItemOpening.ITEM)
                .chain(item -> settings.of(ods.value()).map(settled -> ItemPage.of(item, settled)))
                .map(ItemPage::answer);
    }

    @GET
    @Path("openings")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "listOpenings",
            summary = "See who looked at an item",
            description = "Every opening of the item or of a part of it is recorded. The latest 500, newest first.")
    @APIResponse(responseCode = "200", description = "Who looked, and when")
    @APIResponse(responseCode = "404", description = "Not your practice, or it has no such item: not-found")
    public Uni<Opened.Page> openings(@RestPath OdsCode ods, @RestPath String id) {
        staff.at(ods);
        return items.findRow(ods.value(), id)
                .chain(item -> openings.of(ods.value(), item.itemId()))
                .map(Opened.Page::new);
    }

    @GET
    @Path("changes")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "getChanges",
            summary = "Compare what was sent with what was filed",
            description = "Entry by entry, in the order of the message, with who decided and when.")
    @APIResponse(responseCode = "200", description = "Every entry and what became of it")
    @APIResponse(responseCode = "404", description = "Not your practice, or it has no such item: not-found")
    public Uni<ItemChanges> changes(@RestPath OdsCode ods, @RestPath String id) {
        return opened.open(ods, id, ItemOpening.CHANGES).map(ItemChanges::of);
    }

    @GET
    @Path("history")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "getHistory",
            summary = "Read what happened to an item",
            description = "Every event, oldest first, as the item itself shows them.")
    @APIResponse(responseCode = "200", description = "The events")
    @APIResponse(responseCode = "404", description = "Not your practice, or it has no such item: not-found")
    public Uni<ItemHistory.Page> history(@RestPath OdsCode ods, @RestPath String id) {
        return opened.open(ods, id, ItemOpening.HISTORY).map(ItemHistory.Page::of);
    }

    @GET
    @Path("original")
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "getOriginal",
            summary = "Read the message as received",
            description = "Byte for byte, with the content type it was sent with.")
    @APIResponse(
            responseCode = "200",
            description = "The message",
            content = {@Content(mediaType = "application/fhir+xml"), @Content(mediaType = "application/fhir+json")})
    @APIResponse(responseCode = "404", description = "No such item, or its content was erased: not-found")
    @APIResponse(responseCode = "503", description = "The ingest service cannot answer now: unavailable")
    public Uni<RestResponse<byte[]>> original(@RestPath OdsCode ods, @RestPath String id) {
        return opened.openRow(ods, id, ItemOpening.ORIGINAL)
                .chain(item -> ingest.original(item.itemId()))
                .map(found -> found.map(ItemResource::attachment)
                        .orElseThrow(() -> ProblemType.NOT_FOUND.because("The message's content was erased.")));
    }

    /** Never shown inside a page of ours: what a sender wrote could be more than text. */
    private static RestResponse<byte[]> attachment(Original original) {
        String kind = original.contentType().contains("json") ? "json" : "xml";
        return RestResponse.ResponseBuilder.ok(original.bytes())
                .header(HttpHeaders.CONTENT_TYPE, original.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"message." + kind + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
