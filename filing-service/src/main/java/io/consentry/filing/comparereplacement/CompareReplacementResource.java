package io.consentry.filing.comparereplacement;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A newer document beside the one it replaces. */
@Path("/practices/{ods}/items/{id}/replaced")
@Tag(name = "Worklist")
public class CompareReplacementResource {

    private final OpenedItems items;

    CompareReplacementResource(OpenedItems items) {
        this.items = items;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "compareReplacement",
            summary = "Compare an item with the one it replaces",
            description = "Entry by entry, what is added, removed or changed. Where the older one was filed, the newer"
                    + " is a pending item of its own, and a person judges what it means for the record.")
    @APIResponse(
            responseCode = "200",
            description = "What became of the older one, and what differs",
            content = @Content(schema = @Schema(implementation = ReplacementComparison.class)))
    @APIResponse(
            responseCode = "404",
            description = "Not your practice, or it has no such item, or the item replaces none: not-found")
    public Uni<ReplacementComparison> compare(@RestPath OdsCode ods, @RestPath String id) {
        return items.open(ods, id, ItemOpening.CHANGES)
                .chain(newer -> items.open(ods, olderThan(newer), ItemOpening.CHANGES)
                        .map(older -> ReplacementComparison.of(newer, older)));
    }

    private static String olderThan(ReviewedItem newer) {
        String older = newer.item().replaces();
        if (older == null) {
            throw ProblemType.NOT_FOUND.because("The item replaces no other.");
        }
        return older;
    }
}
