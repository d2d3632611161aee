package io.consentry.consent.provelog;

import io.consentry.consent.keepevents.Paging;
import io.consentry.web.problem.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The signed head of the log, for everybody: whoever keeps one can tell later whether the past was changed. */
@Path("/audit/checkpoint")
@PermitAll
@Tag(name = "Audit")
class CheckpointResource {

    private static final String TEXT = MediaType.TEXT_PLAIN + ";charset=utf-8";

    private final ProvenLog log;

    CheckpointResource(ProvenLog log) {
        this.log = log;
    }

    @GET
    @Produces(TEXT)
    @Operation(
            summary = "The signed head of the log",
            description =
                    "At most a second behind; or with size the one that was signed at that size, if there was one."
                            + " A signed note with a checkpoint (c2sp.org/tlog-checkpoint), Ed25519.")
    @APIResponse(responseCode = "200", description = "Origin, size, root hash and signature")
    @APIResponse(responseCode = "404", description = "Nothing was signed at that size")
    public String checkpoint(@QueryParam("size") @Nullable String size) {
        return size == null
                ? log.latest().note()
                : log.ofSize(Paging.position("size", size))
                        .orElseThrow(() -> ProblemType.NOT_FOUND.because("Nothing was signed at that size."))
                        .note();
    }

    @GET
    @Path("/key")
    @Produces(TEXT)
    @Operation(
            summary = "The key that checkpoints are signed with",
            description = "As verifiers of signed notes take it (c2sp.org/signed-note). Pin it: a key that comes with"
                    + " the log it verifies proves nothing.")
    @APIResponse(responseCode = "200", description = "Name, key id and public key")
    public String key() {
        return log.verifierKey() + "\n";
    }
}
