package io.consentry.consent.erasedisclosure;

import io.consentry.consent.keepevents.Body;
import io.consentry.consent.keepevents.CommandsOfCaller;
import io.consentry.consent.keepevents.DocumentHash;
import io.consentry.web.caller.Role;
import io.consentry.web.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Names and notes are erased on demand of the law. */
@Path("/audit/erasures")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Audit")
class ErasureResource {

    private final Erasures erasures;
    private final CommandsOfCaller commands;

    ErasureResource(Erasures erasures, CommandsOfCaller commands) {
        this.erasures = erasures;
        this.commands = commands;
    }

    @POST
    @Operation(
            summary = "Erase the name and the note beside an event",
            description = "Also beside the other events of the same request. The events stay, and the log verifies as"
                    + " before; who erased, and on what basis, is an event itself. Doing it again changes nothing.")
    @APIResponse(responseCode = "204", description = "They are gone")
    @APIResponse(responseCode = "400", description = "The request cannot be understood")
    @APIResponse(responseCode = "404", description = "The log has no such position")
    @APIResponse(responseCode = "422", description = "invalid-record")
    public void erase(@Nullable ErasureRequest body) {
        ErasureRequest asked = Body.required(body);
        long position = asked.checkedPosition();
        String basis = asked.checkedBasis();
        String document = DocumentHash.check(asked.documentSha256());
        String commitment = erasures.commitmentAt(position)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("The log has no such position."));
        commands.send(new EraseDisclosure(position, commitment, basis, document, commands.actor()), null);
    }
}
