package io.consentry.ingest.tellsender;

import io.consentry.ingest.keepmessage.GivenId;
import io.consentry.ingest.keepmessage.MessageStatus;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.consentry.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What became of messages. */
@Path("/update-records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class UpdateRecordsResource {

    private static final int MOST = 500;

    private final ToldMessages messages;
    private final CurrentCaller caller;

    UpdateRecordsResource(ToldMessages messages, CurrentCaller caller) {
        this.messages = messages;
        this.caller = caller;
    }

    /** One message, for who sent it and for who received it. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Role.PHARMACY, Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            summary = "What became of a message",
            description = "For the pharmacy that sent it and the practice that received it.")
    @APIResponse(
            responseCode = "200",
            description = "Where it stands and every step so far",
            content = @Content(schema = @Schema(implementation = MessageStory.class)))
    @APIResponse(responseCode = "404", description = "not-found: no such message, or another organisation's")
    public Uni<MessageStory> story(@Parameter(description = "As answered when it was sent") @RestPath String id) {
        return messages.story(caller.get().ods(), GivenId.read(id, ProblemType.NOT_FOUND))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemType.NOT_FOUND.because("Your organisation has no message with this id."));
    }

    /** A pharmacy's own messages. */
    @GET
    @RolesAllowed(Role.PHARMACY)
    @Operation(summary = "The pharmacy's own messages, the oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = MessagePage.class)))
    @APIResponse(responseCode = "400", description = "bad-request: an unknown status, after or limit")
    public Uni<MessagePage> page(
            @Parameter(description = "Only messages that stand there, such as pending") @RestQuery @Nullable String status,
            @Parameter(description = "What the page before gave as next") @RestQuery @Nullable String after,
            @Parameter(description = "At most this many, 1 to 500") @RestQuery @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemType.BAD_REQUEST.because("limit is from 1 to " + MOST + ".");
        }
        return messages.page(
                caller.get().ods(),
                status == null ? null : status(status),
                after == null ? null : GivenId.read(after, ProblemType.BAD_REQUEST),
                limit);
    }

    private static MessageStatus status(String word) {
        return Arrays.stream(MessageStatus.values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemType.BAD_REQUEST.because("There is no such status."));
    }
}
