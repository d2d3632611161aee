package io.consentry.ingest.openfallback;

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

/** A pharmacy's duties after refusals. */
@Path("/fallbacks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fallbacks", description = "Delivering a refused consultation another way, and proving it")
public class FallbacksResource {

    private static final int MOST = 500;
    private static final Set<String> STATUSES = Set.of(Duty.OPEN, Duty.OVERDUE, Duty.PROVEN, Duty.DELIVERED);
    private static final int LONGEST = 255;

    private final FallbackDuties duties;
    private final CurrentCaller caller;
    private final Clock clock;

    FallbacksResource(FallbackDuties duties, CurrentCaller caller, Clock clock) {
        this.duties = duties;
        this.caller = caller;
        this.clock = clock;
    }

    /** The caller's duties. */
    @GET
    @RolesAllowed(Role.PHARMACY)
    @Operation(summary = "The pharmacy's duties after refusals, the oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = Duty.Page.class)))
    @APIResponse(responseCode = "400", description = "bad-request: an unknown status, after or limit")
    public Uni<Duty.Page> list(
            @Parameter(description = "open, overdue (open for too long), proven or delivered") @RestQuery @Nullable String status,
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
    @Path("/{id}/proof")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PHARMACY)
    @Operation(
            summary = "Prove that a refused consultation was delivered another way",
            description = "Closes the duty. Giving proof again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The duty as it stands",
            content = @Content(schema = @Schema(implementation = Duty.class)))
    @APIResponse(responseCode = "400", description = "bad-request: a part of the proof is missing or cannot be kept")
    @APIResponse(responseCode = "404", description = "not-found: the pharmacy has no such duty")
    public Uni<Duty> prove(@Parameter(description = "As told in the refusal") @RestPath String id, Proof proof) {
        if (proof == null || proof.channel() == null || proof.sentAt() == null || proof.reference() == null) {
            throw ProblemType.BAD_REQUEST.because("A proof has a channel, sentAt and a reference.");
        }
        return duties.prove(
                        caller.get().ods(),
                        GivenId.read(id, ProblemType.NOT_FOUND),
                        HarmlessWords.require("channel", proof.channel(), LONGEST),
                        PastTime.require("sentAt", proof.sentAt(), clock.instant()),
                        HarmlessWords.require("reference", proof.reference(), LONGEST))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemType.NOT_FOUND.because("Your organisation has no duty with this id."));
    }
}
