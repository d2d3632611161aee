package io.consentry.ingest.sharecontent;

import io.consentry.web.caller.Role;
import io.consentry.web.problem.ProblemType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Content, for the other services of the suite. */
@Path("/internal")
@RolesAllowed(Role.SERVICE)
public class SharedContentResource {

    private static final int MOST = 500;

    private final SharedContent content;

    SharedContentResource(SharedContent content) {
        this.content = content;
    }

    /** Consultations by message id. */
    @POST
    @Path("/consultations")
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Consultations consultations(Wanted wanted) throws SQLException {
        if (wanted == null
                || wanted.ids() == null
                || wanted.ids().size() > MOST
                || wanted.ids().contains(null)) {
            throw ProblemType.BAD_REQUEST.because("ids must be a list of at most " + MOST + " ids.");
        }
        return new Consultations(content.consultations(wanted.ids()));
    }

    /** A message as received. */
    @GET
    @Path("/originals/{id}")
    @Blocking
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response original(@RestPath UUID id) throws SQLException {
        return content.original(id)
                .map(original -> Response.ok(original.bytes())
                        .header(HttpHeaders.CONTENT_TYPE, original.contentType())
                        .build())
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such message, or it was erased."));
    }

    /** Which consultations are wanted. */
    @RegisterForReflection
    public record Wanted(List<UUID> ids) {}

    /** Those that are there. */
    @RegisterForReflection
    public record Consultations(List<ReadableMessage> consultations) {}
}
