package io.consentry.filing.sharenotes;

import io.consentry.web.caller.Role;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The words beside rejections, for the service that tells senders.
 *
 * <p>The announced rejection names them only if the practice lets senders read them, so that events hold no words.
 */
@Path("/internal/notes-to-senders")
@RolesAllowed(Role.SERVICE)
public class NotesForSendersResource {

    private static final int MOST = 500;

    private final KeptNotes notes;

    NotesForSendersResource(KeptNotes notes) {
        this.notes = notes;
    }

    /** The notes that announced rejections named. */
    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Notes notes(@Valid @NotNull Wanted wanted) throws SQLException {
        return new Notes(notes.among(wanted.notes()));
    }

    /** Which notes are wanted. */
    @RegisterForReflection
    public record Wanted(@NotNull @Size(max = MOST) List<@NotNull @Valid Named> notes) {}

    /** As the announced rejection names it. */
    @RegisterForReflection
    public record Named(@NotNull String messageId, @NotNull String noteId) {}

    /** Those that are there; an erased one is not. */
    @RegisterForReflection
    public record Notes(List<NoteForSender> notes) {}
}
