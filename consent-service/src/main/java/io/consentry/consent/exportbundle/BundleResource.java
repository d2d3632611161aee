package io.consentry.consent.exportbundle;

import io.consentry.consent.provelog.ProvenLog;
import io.consentry.consent.provelog.ProvenLog.Checkpoint;
import io.consentry.consent.recordaccess.ReadsTheLog;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    @APIResponse(responseCode = "400", description = "invalid-ods-code")
    public RestResponse<StreamingOutput> export(
            @QueryParam("practice") @Nullable OdsCode practice,
            @QueryParam("redact")
                    @DefaultValue("false")
                    @Schema(description = "Leave out names and notes; the log still verifies")
                    boolean redact) {
        Checkpoint checkpoint = log.latest();
        String of = practice == null ? null : practice.value();
        StreamingOutput output = out -> bundle.write(out, checkpoint, of, redact);
        return RestResponse.ResponseBuilder.ok(output)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"consent-" + (of == null ? "log" : of) + "-" + checkpoint.size()
                                + ".ndjson\"")
                .build();
    }
}
