package io.consentry.consent.changerules;

import io.consentry.web.caller.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Asked by the services of the suite, so that the modes that were recorded are those at work. */
@Path("/internal/safeguards")
class RecordedModesResource {

    private final RuleChanges changes;

    RecordedModesResource(RuleChanges changes) {
        this.changes = changes;
    }

    @GET
    @RolesAllowed(Role.SERVICE)
    @Operation(hidden = true)
    public Modes list() {
        return new Modes(changes.modes());
    }

    record Modes(List<Mode> safeguards) {}

    /** What a safeguard does: {@code reject}, {@code flag} or {@code off}. */
    record Mode(String name, String mode) {}
}
