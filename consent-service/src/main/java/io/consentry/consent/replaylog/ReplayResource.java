package io.consentry.consent.replaylog;

import io.consentry.consent.recordaccess.ReadsTheLog;
import io.consentry.consent.replayevents.EventLog;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.consentry.web.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Auditors have the state made anew from the first event. */
@Path("/audit/replays")
@RolesAllowed(Role.AUDITOR)
@Tag(name = "Audit")
class ReplayResource {

    private final Replays replays;
    private final EventLog log;
    private final CurrentCaller caller;

    ReplayResource(Replays replays, EventLog log, CurrentCaller caller) {
        this.replays = replays;
        this.log = log;
        this.caller = caller;
    }

    @POST
    @ReadsTheLog
    @Operation(
            summary = "Replay the log and compare it with the live state",
            description = "Makes the state anew from the first event, up to a position or to the last, while the live"
                    + " state goes on, and reports every decision, organisation, service and change"
                    + " of a rule that differs, and every event of a practice that is stored otherwise than it is"
                    + " proven.")
    @APIResponse(responseCode = "202", description = "Begun; Location shows how far it has come")
    @APIResponse(responseCode = "400", description = "There is no such position yet")
    @APIResponse(responseCode = "429", description = "Too many replays wait already")
    public RestResponse<ReplayRun> begin(@Nullable ReplayRequest asked) {
        long head = log.head();
        long upTo = asked == null ? head : Optional.ofNullable(asked.upTo()).orElse(head);
        if (upTo < 0 || upTo > head) {
            throw ProblemType.BAD_REQUEST.because("upTo must be from 0 to " + head + ", the last position so far.");
        }
        try {
            ReplayRun run = replays.begin(caller.get().id(), upTo);
            return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, run)
                    .location(URI.create("/audit/replays/" + run.id()))
                    .build();
        } catch (RejectedExecutionException e) {
            throw ProblemType.TOO_MANY_REQUESTS.because("Too many replays wait already. Try again later.");
        }
    }

    @GET
    @Operation(
            summary = "What was replayed lately",
            description =
                    "The ten newest replays, whoever asked for them, the newest first; each without its examples.")
    @APIResponse(responseCode = "200", description = "The replays")
    public ReplayList latest() {
        return replays.latest();
    }

    @GET
    @ReadsTheLog
    @Path("/{id}")
    @Operation(summary = "How far a replay has come, and what it found")
    @APIResponse(responseCode = "200", description = "The replay")
    @APIResponse(responseCode = "404", description = "No such replay")
    public ReplayRun show(@PathParam("id") String id) {
        return uuid(id).flatMap(replays::find)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such replay."));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How much to replay. */
    @Schema(name = "ReplayRequest")
    record ReplayRequest(
            @Schema(description = "Last position; absent: the last there is") @Nullable Long upTo) {}
}
