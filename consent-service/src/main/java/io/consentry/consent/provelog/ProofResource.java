package io.consentry.consent.provelog;

import io.consentry.consent.keepevents.Paging;
import io.consentry.web.caller.Role;
import io.consentry.web.problem.ProblemType;
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

/** Proofs of RFC 6962, section 2.1: that an event is in the log, and that a later log goes on where an earlier ended. */
@Path("/audit/proofs")
@RolesAllowed(Role.AUDITOR)
@Tag(name = "Audit")
@APIResponse(responseCode = "400", description = "There is no such position or size yet")
class ProofResource {

    private final ProvenLog log;

    ProofResource(ProvenLog log) {
        this.log = log;
    }

    @GET
    @Path("/inclusion")
    @Operation(
            summary = "Proof that an event is in the log",
            description =
                    "From the event's leaf hash to the root of the tree of that size. Its index in the tree is its"
                            + " position less one.")
    @APIResponse(responseCode = "200", description = "The audit path, nearest sibling first, in hex")
    public InclusionProof inclusion(
            @QueryParam("position") @Nullable String position,
            @QueryParam("size") @Schema(description = "Absent: the size of the last checkpoint") @Nullable String size) {
        long leaf = Paging.position("position", position);
        long of = upToTheLast(size);
        if (leaf < 1 || leaf > of) {
            throw ProblemType.BAD_REQUEST.because("position must be from 1 to the tree's size, " + of + ".");
        }
        return new InclusionProof(leaf, of, log.leafHash(leaf), log.inclusion(leaf, of));
    }

    @GET
    @Path("/consistency")
    @Operation(
            summary = "Proof that a later log goes on where an earlier one ended",
            description = "Nothing was changed, reordered or taken away up to the earlier size.")
    @APIResponse(
            responseCode = "200",
            description = "The proof in hex; empty where the sizes are equal or the first is 0")
    public ConsistencyProof consistency(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Schema(description = "Absent: the size of the last checkpoint") @Nullable String to) {
        long earlier = Paging.position("from", from);
        long later = upToTheLast(to);
        if (earlier > later) {
            throw ProblemType.BAD_REQUEST.because("from must not be greater than to.");
        }
        return new ConsistencyProof(earlier, later, log.consistency(earlier, later));
    }

    private long upToTheLast(@Nullable String asked) {
        long last = log.latest().size();
        long size = asked == null ? last : Paging.position("size", asked);
        if (size > last) {
            throw ProblemType.BAD_REQUEST.because("The tree has " + last + " leaves so far.");
        }
        return size;
    }

    @Schema(name = "InclusionProof")
    record InclusionProof(long position, long size, String leafHash, List<String> hashes) {}

    @Schema(name = "ConsistencyProof")
    record ConsistencyProof(long from, long to, List<String> hashes) {}
}
