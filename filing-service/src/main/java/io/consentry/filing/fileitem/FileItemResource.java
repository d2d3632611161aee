package io.consentry.filing.fileitem;

import io.consentry.filing.actonitem.ItemActs;
import io.consentry.filing.actonitem.ItemActs.Act;
import io.consentry.filing.actonitem.PartNumbers;
import io.consentry.filing.actonitem.Timestamps;
import io.consentry.filing.admitstaff.PracticeStaff;
import io.consentry.filing.item.Actor;
import io.consentry.filing.item.FileItem;
import io.consentry.filing.keepcontent.WrittenNote;
import io.consentry.filing.settle.Settings;
import io.consentry.filing.settle.SettingsInForce;
import io.consentry.filing.showitem.ItemPage;
import io.consentry.filing.showitem.ReviewedItem;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.version.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Files an item: one click. */
@Path("/practices/{ods}/items/{id}/file")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklist")
public class FileItemResource {

    private final PracticeStaff staff;
    private final ItemActs acts;
    private final SettingsInForce settings;
    private final Timestamps time;

    FileItemResource(PracticeStaff staff, ItemActs acts, SettingsInForce settings, Timestamps time) {
        this.staff = staff;
        this.acts = acts;
        this.settings = settings;
        this.time = time;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "fileItem",
            summary = "File an item into the record",
            description = "All of it, or without some entries. The sender is told once the time to undo has passed.")
    @APIResponse(
            responseCode = "200",
            description = "The item, filed",
            content = @Content(schema = @Schema(implementation = ItemPage.class)))
    @APIResponse(responseCode = "400", description = "The request is not understood: bad-request")
    @APIResponse(responseCode = "404", description = "Not your practice, or it has no such item: not-found")
    @APIResponse(
            responseCode = "409",
            description = "flags-not-acknowledged, with the flags; already-decided, with what the item is now")
    @APIResponse(responseCode = "412", description = "stale-version, with what the item is now")
    @APIResponse(
            responseCode = "422",
            description = "unknown-entry; nothing-to-file where every entry would be left out")
    @APIResponse(responseCode = "428", description = "No If-Match: version-required")
    public Uni<RestResponse<ItemPage>> file(
            @RestPath OdsCode ods,
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable @Parameter(description = "The ETag the item was read with")
                    String ifMatch,
            @Valid @Nullable FilingRequest body) {
        Actor by = staff.at(ods);
        long seen = IfMatch.required(ifMatch);
        FilingRequest request = body == null ? FilingRequest.OF_ALL : body;
        return settings.of(ods.value())
                .chain(settled -> acts.perform(ods.value(), id, item -> act(item, settled, seen, request, by)));
    }

    private Act act(ReviewedItem item, Settings settled, long seen, FilingRequest request, Actor by) {
        WrittenNote note = WrittenNote.ofNullable(request.note());
        return new Act(
                new FileItem(
                        item.item().itemId(),
                        item.item().practice(),
                        seen,
                        PartNumbers.of("exclude", request.exclude(), item.entryIds()),
                        PartNumbers.of("acknowledge", request.acknowledge(), item.flagIds()),
                        Objects.requireNonNullElse(request.patientVisible(), settled.patientVisible()),
                        note == null ? null : note.id(),
                        by,
                        time.now(),
                        settled.undoTime()),
                note);
    }
}
