package io.consentry.consent.recordaccess;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.consentry.consent.keepevents.Page;
import io.consentry.consent.keepevents.Paging;
import io.consentry.consent.recordaccess.Accesses.Access;
import io.consentry.web.caller.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who read the log. */
@Path("/audit/accesses")
@RolesAllowed(Role.AUDITOR)
@Tag(name = "Audit")
class AccessResource {

    private final Accesses accesses;

    AccessResource(Accesses accesses) {
        this.accesses = accesses;
    }

    @GET
    @Operation(
            summary = "Who read, exported, replayed or rebuilt what of the log, and when",
            description = "A stream of its own, beside the log: reading the log does not change it.")
    @APIResponse(responseCode = "200", description = "A page; next is absent on the last")
    public AccessPage list(
            @QueryParam("limit") @Schema(defaultValue = "50", maximum = "500") @Nullable String limit,
            @QueryParam("next") @Nullable String next) {
        long after = Paging.position("next", next);
        Page<Access> page = Page.of(Paging.limit(limit), most -> accesses.after(after, most), Access::number);
        return new AccessPage(page.rows(), page.next());
    }

    /**
     * Some accesses.
     *
     * @param next to go on with; absent on the last page
     */
    @Schema(name = "LogAccessPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccessPage(List<Access> accesses, @Nullable String next) {}
}
