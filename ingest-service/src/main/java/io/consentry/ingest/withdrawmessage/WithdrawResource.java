package io.consentry.ingest.withdrawmessage;

import io.consentry.ingest.keepmessage.GivenId;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.consentry.web.problem.ProblemType;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Taking a message back. */
@Path("/update-records/{id}/withdraw")
@Tag(name = "Messages")
public class WithdrawResource {

    private final TakeBack messages;
    private final CurrentCaller caller;

    WithdrawResource(TakeBack messages, CurrentCaller caller) {
        this.messages = messages;
        this.caller = caller;
    }

    /** Takes one of the caller's messages back. */
    @POST
    @Blocking
    @ResponseStatus(202)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PHARMACY)
    @Operation(
            summary = "Take a message back",
            description = "A message that is held is withdrawn at once. A pending one can no longer be filed as soon as"
                    + " the practice's worklist has heard of it; the timeline says when. About a filed one the practice"
                    + " is asked. Asking again changes nothing.")
    @APIResponse(
            responseCode = "202",
            description = "It is withdrawn, or the practice is told",
            content = @Content(schema = @Schema(implementation = TakenBack.class)))
    @APIResponse(responseCode = "400", description = "bad-request: no reason, or none of the list")
    @APIResponse(responseCode = "404", description = "not-found: the pharmacy has no such message")
    @APIResponse(
            responseCode = "409",
            description = "already-decided: it was rejected, replaced or declined, so there is nothing to take back")
    public TakenBack withdraw(
            @Parameter(description = "As answered when it was sent") @RestPath String id,
            @Nullable Withdrawal withdrawal)
            throws SQLException {
        WithdrawalReason reason = withdrawal == null ? null : withdrawal.reason();
        if (reason == null) {
            throw ProblemType.BAD_REQUEST.because("Say why: reason is one of the listed words.");
        }
        UUID message = GivenId.read(id, ProblemType.NOT_FOUND);
        return new TakenBack(message, messages.takeBack(caller.get().ods(), message, reason));
    }

    /** Why. */
    @Schema(name = "Withdrawal")
    public record Withdrawal(@Nullable WithdrawalReason reason) {}

    /**
     * What is done.
     *
     * @param status {@code withdrawn}, or {@code withdrawal-requested}: then the timeline tells what came of it
     */
    @Schema(name = "TakenBack")
    public record TakenBack(
            UUID id,

            @Schema(examples = {"withdrawn", "withdrawal-requested"})
            String status) {}
}
