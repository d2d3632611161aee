package io.consentry.filing.filemany;

import io.consentry.filing.admitstaff.PracticeStaff;
import io.consentry.filing.item.Actor;
import io.consentry.filing.settle.Settings;
import io.consentry.filing.settle.SettingsInForce;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Files several items in one act.
 *
 * <p>Safe to repeat when the answer was lost: an item that this reviewer filed from the version they name counts as
 * filed, so the same request gives the same results and files nothing twice.
 */
@Path("/practices/{ods}/filings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklist")
public class FileManyResource {

    private final PracticeStaff staff;
    private final SettingsInForce settings;
    private final FileOne one;

    FileManyResource(PracticeStaff staff, SettingsInForce settings, FileOne one) {
        this.staff = staff;
        this.settings = settings;
        this.one = one;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "fileItems",
            summary = "File several items in one act",
            description = "Items that you have opened, at most 100, once the practice's data controller has allowed"
                    + " it. What a safeguard flagged or a recall found is refused as flags-not-acknowledged; what"
                    + " holds red flags of the pharmacist, or asks the practice to do something, as"
                    + " filed-on-its-own. A result for each, whatever becomes of the others, but that none is"
                    + " tried after something went wrong with two in a row (internal-error); the same request again"
                    + " gives the same results.")
    @APIResponse(responseCode = "200", description = "A result for each item")
    @APIResponse(responseCode = "400", description = "The request is not understood: bad-request")
    @APIResponse(responseCode = "403", description = "Not allowed by the practice: forbidden")
    @APIResponse(responseCode = "404", description = "Not your practice: not-found")
    public Uni<FilingsResult> file(@RestPath OdsCode ods, @Valid @NotNull FilingsRequest request) {
        Actor by = staff.at(ods);
        return settings.of(ods.value())
                .invoke(FileManyResource::requireAllowed)
                .map(settled -> new InTurn(seen -> one.file(ods.value(), seen, settled, by)))
                .chain(inTurn -> Multi.createFrom()
                        .iterable(request.items())
                        .onItem()
                        .transformToUniAndConcatenate(inTurn::file)
                        .collect()
                        .asList())
                .map(FilingsResult::new);
    }

    private static void requireAllowed(Settings settled) {
        if (!Boolean.TRUE.equals(settled.bulkFiling())) {
            throw ProblemType.FORBIDDEN.because("Filing several items at once is off until the practice's data"
                    + " controller allows it in the settings.");
        }
    }
}
