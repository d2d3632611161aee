package io.consentry.filing.searchitems;

import io.consentry.filing.admitstaff.PracticeStaff;
import io.consentry.filing.searchitems.SearchTerms.Term;
import io.consentry.filing.showworklist.WorklistPage;
import io.consentry.filing.showworklist.WorklistRows;
import io.consentry.filing.threads.OffTheEventLoop;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Finds a patient's items. A POST, so that no address and no log of addresses holds whom somebody looked for. */
@Path("/practices/{ods}/items/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklist")
public class SearchItemsResource {

    private final PracticeStaff staff;
    private final SearchIndex index;
    private final WorklistRows rows;

    SearchItemsResource(PracticeStaff staff, SearchIndex index, WorklistRows rows) {
        this.staff = staff;
        this.index = index;
        this.rows = rows;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "searchItems",
            summary = "Find a patient's items",
            description = "In every state, the newest first, at most 200.")
    @APIResponse(responseCode = "200", description = "What was found")
    @APIResponse(responseCode = "400", description = "Too few digits or letters: bad-request")
    @APIResponse(responseCode = "404", description = "Not your practice: not-found")
    public Uni<WorklistPage> search(@RestPath OdsCode ods, @Valid @NotNull SearchRequest request) {
        staff.at(ods);
        List<Term> terms = request.terms();
        return OffTheEventLoop.call(() -> terms.stream()
                        .map(term -> index.hash(ods.value(), term))
                        .toList())
                .chain(hashes -> rows.withAll(ods.value(), hashes));
    }
}
