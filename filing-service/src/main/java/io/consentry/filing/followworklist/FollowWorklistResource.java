package io.consentry.filing.followworklist;

import io.consentry.filing.admitstaff.PracticeStaff;
import io.consentry.filing.showworklist.ShownChanges;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Tells an open page that items came or changed. */
@Path("/practices/{ods}/items/events")
@Tag(name = "Worklist")
public class FollowWorklistResource {

    private final PracticeStaff staff;
    private final ShownChanges changes;
    private final JsonWebToken token;
    private final Clock clock;

    FollowWorklistResource(PracticeStaff staff, ShownChanges changes, JsonWebToken token, Clock clock) {
        this.staff = staff;
        this.changes = changes;
        this.token = token;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "followItems",
            summary = "Follow the worklist live",
            description = "One event for each item that came or changed. The stream ends with the token.")
    @APIResponse(responseCode = "200", description = "Server-sent events")
    @APIResponse(responseCode = "404", description = "Not your practice: not-found")
    public Multi<WorklistChange> follow(@RestPath OdsCode ods) {
        staff.at(ods);
        Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(token.getExpirationTime()));
        return changes.of(ods.value())
                .map(change -> new WorklistChange(change.itemId(), change.version()))
                .select()
                .first(left.isNegative() ? Duration.ZERO : left);
    }
}
