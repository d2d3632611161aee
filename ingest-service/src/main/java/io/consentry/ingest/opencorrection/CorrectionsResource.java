package io.consentry.ingest.opencorrection;

import io.consentry.ingest.keepmessage.GivenId;
import io.consentry.ingest.keepmessage.HarmlessWords;
import io.consentry.ingest.keepmessage.PastTime;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.consentry.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A pharmacy's duties after messages that reached the wrong practice or the wrong patient. */
@Path("/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Corrections", description = "Correcting what reached the wrong practice or the wrong patient")
public class CorrectionsResource {

    private static final int MOST = 500;
    private static final Set<String> STATUSES = Set.of(Correction.OPEN, Correction.OVERDUE, Correction.CORRECTED);
    private static final int LONGEST = 255;

    private final Corrections duties;
    private final CurrentCaller caller;
    private final Clock clock;

    CorrectionsResource(Corrections duties, CurrentCaller caller, Clock clock) {
        this.duties = duties;
        this.caller = caller;
        this.clock = clock;
    }

    /** The caller's duties. */
    @GET
    @RolesAllowed(Role.PHARMACY)
    @Operation(
            summary = "The pharmacy's duties to correct, the oldest first",
            description =
                    "A practice that rejects a message because its patient is not theirs, or is another, opens one:"
                            + " what was sent may be a breach of confidence, and is missing where it belongs.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = Correction.Page.class)))
    @APIResponse(responseCode = "400", description = "bad-request: an unknown status, after or limit")
    public Uni<Correction.Page> list(
            @Parameter(description = "open, overdue (open for too long) or corrected") @RestQuery @Nullable String status,
            @Parameter(description = "What the page before gave as next") @RestQuery @Nullable String after,
            @Parameter(description = "At most this many, 1 to 500") @RestQuery @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MOST || (status != null && !STATUSES.contains(status))) {
            throw ProblemType.BAD_REQUEST.because("limit is from 1 to " + MOST + ", status one of " + STATUSES + ".");
        }
        UUID last = after == null ? new UUID(0, 0) : GivenId.read(after, ProblemType.BAD_REQUEST);
        return duties.page(caller.get().ods(), status, last, limit);
    }

    /** Closes a duty. */
    @POST
    @Path("/{id}/statement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PHARMACY)
    @Operation(
            summary = "Say how a message that went wrong was corrected",
            description = "Closes the duty. Saying it again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The duty as it stands",
            content = @Content(schema = @Schema(implementation = Correction.class)))
    @APIResponse(
            responseCode = "400",
            description = "bad-request: a part of the statement is missing or cannot be kept")
    @APIResponse(responseCode = "404", description = "not-found: the pharmacy has no such duty")
    public Uni<Correction> close(@Parameter(description = "As listed") @RestPath String id, Statement statement) {
        if (statement == null
                || statement.action() == null
                || statement.takenAt() == null
                || statement.reference() == null) {
            throw ProblemType.BAD_REQUEST.because("A statement has an action, takenAt and a reference.");
        }
        return duties.close(
                        caller.get().ods(),
                        GivenId.read(id, ProblemType.NOT_FOUND),
                        statement.action(),
                        PastTime.require("takenAt", statement.takenAt(), clock.instant()),
                        HarmlessWords.require("reference", statement.reference(), LONGEST))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemType.NOT_FOUND.because("Your organisation has no duty with this id."));
    }
}
