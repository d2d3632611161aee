package io.consentry.consent.exportbundle;

import io.consentry.consent.provelog.ProvenLog;
import io.consentry.consent.provelog.ProvenLog.Checkpoint;
import io.consentry.consent.recordaccess.ReadsTheLog;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Auditors take the log with them. */
@Path("/audit/bundle")
@RolesAllowed(Role.AUDITOR)
@ReadsTheLog
@Tag(name = "Audit")
class BundleResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String REDACT = "redact";

    private final Bundle bundle;
    private final ProvenLog log;

    BundleResource(Bundle bundle, ProvenLog log) {
        this.bundle = bundle;
        this.log = log;
    }

    @GET
    @Produces(NDJSON)
    @Operation(
            summary = "The log as a file that proves itself offline",
            description =
                    "First line: format, signed checkpoint, key. Then the events up to the checkpoint, one a line,"
                            + " those of one practice each with its proof. Last line: how many there were. The key in the file"
                            + " is for reading; pin your own.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "400", description = "invalid-ods-code, or redact is neither true nor false")
    @Parameter(
            name = REDACT,
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.BOOLEAN,
                            defaultValue = "false",
                            description = "Leave out names and notes; the log still verifies"))
    public RestResponse<StreamingOutput> export(
            @QueryParam("practice") @Nullable OdsCode practice, @Context UriInfo address) {
        boolean withoutNames = withoutNames(address.getQueryParameters().get(REDACT));
        Checkpoint checkpoint = log.latest();
        String of = practice == null ? null : practice.value();
        StreamingOutput output = out -> bundle.write(out, checkpoint, of, withoutNames);
        return RestResponse.ResponseBuilder.ok(output)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"consent-" + (of == null ? "log" : of) + "-" + checkpoint.size()
                                + ".ndjson\"")
                .build();
    }

    /** Only the two words: whoever writes another, or none, wants names withheld as often as not. */
    private static boolean withoutNames(@Nullable List<String> redact) {
        if (redact == null || redact.equals(List.of("false"))) {
            return false;
        }
        if (redact.equals(List.of("true"))) {
            return true;
        }
        throw ProblemType.BAD_REQUEST.because("redact must be true or false.");
    }
}
