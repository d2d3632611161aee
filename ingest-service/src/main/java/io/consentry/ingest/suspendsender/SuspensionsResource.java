package io.consentry.ingest.suspendsender;

import io.consentry.ingest.keepmessage.GivenId;
import io.consentry.ingest.keepmessage.HarmlessWords;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Senders and systems whose messages are not taken. */
@Path("/sender-suspensions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Blocking
@Tag(name = "Suspensions", description = "Keeping the messages of an unsafe sender or system out")
public class SuspensionsResource {

    private static final int LONGEST_REASON = 280;

    private final Suspensions suspensions;
    private final CurrentCaller caller;

    SuspensionsResource(Suspensions suspensions, CurrentCaller caller) {
        this.suspensions = suspensions;
        this.caller = caller;
    }

    /** Suspends a sender, or a system. */
    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take no more messages of a sender, or of a system",
            description = "From the next message on they are refused with sender-suspended (20012) and open fallback"
                    + " duties; held ones are declined. No practice's switch moves. Suspending what is suspended"
                    + " answers the standing suspension.")
    @APIResponse(
            responseCode = "201",
            description = "The suspension",
            content = @Content(schema = @Schema(implementation = Suspension.class)))
    @APIResponse(responseCode = "400", description = "bad-request: not one of pharmacy and system, or no usable reason")
    public Suspension suspend(@Nullable Order order) throws SQLException {
        if (order == null || order.reason() == null || (order.pharmacy() == null) == (order.system() == null)) {
            throw ProblemType.BAD_REQUEST.because("Name a pharmacy or a system, one of them, and a reason.");
        }
        String pharmacy = order.pharmacy();
        String system = order.system();
        return suspensions.suspend(
                pharmacy == null ? null : new OdsCode(pharmacy).value(),
                system == null ? null : HarmlessWords.require("system", system, 255),
                HarmlessWords.require("reason", order.reason(), LONGEST_REASON),
                caller.get().name());
    }

    /** All suspensions. */
    @GET
    @Operation(summary = "Every suspension there is and was", description = "The oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "Standing ones have no liftedAt",
            content = @Content(schema = @Schema(implementation = SuspensionList.class)))
    public SuspensionList list() throws SQLException {
        return new SuspensionList(suspensions.all());
    }

    /** Lifts one. */
    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Lift a suspension",
            description = "Messages are taken again from the next one on. The suspension stays in the list.")
    @APIResponse(
            responseCode = "200",
            description = "The suspension, lifted",
            content = @Content(schema = @Schema(implementation = Suspension.class)))
    @APIResponse(responseCode = "404", description = "not-found: no such suspension")
    public Suspension lift(@Parameter(description = "As listed") @RestPath String id) throws SQLException {
        return suspensions
                .lift(GivenId.read(id, ProblemType.NOT_FOUND), caller.get().name())
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no suspension with this id."));
    }

    /**
     * Whose messages, and why.
     *
     * @param reason at most 280 characters, for operators and auditors
     */
    @Schema(name = "SuspensionOrder")
    public record Order(
            @Nullable String pharmacy,
            @Nullable String system,
            @Nullable String reason) {}

    /** All of them. */
    @Schema(name = "SenderSuspensionList")
    public record SuspensionList(List<Suspension> suspensions) {}
}
