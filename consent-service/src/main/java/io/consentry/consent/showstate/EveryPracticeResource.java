package io.consentry.consent.showstate;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.consentry.consent.recordaccess.ReadsTheLog;
import io.consentry.web.caller.Role;
import io.consentry.web.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Auditors see where every practice stood, at any time or position. */
@Path("/audit/consent-state")
@RolesAllowed(Role.AUDITOR)
@ReadsTheLog
@Tag(name = "Audit")
class EveryPracticeResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final int BUFFER = 64 * 1024;

    private final EveryPractice everyPractice;
    private final ObjectMapper json;

    EveryPracticeResource(EveryPractice everyPractice, ObjectMapper json) {
        this.everyPractice = everyPractice;
        this.json = json;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON + ";qs=1.0")
    @Operation(
            summary = "Where the switches of every practice stood",
            description = "Now; as at a time; or as it was known at a position of the log, when the event there was"
                    + " recorded. Practices that never decided are left out: they are opted out. Streamed; as"
                    + " application/x-ndjson one practice a line.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PracticeStates.class)),
                @Content(mediaType = NDJSON, schema = @Schema(implementation = ConsentState.class))
            })
    @APIResponse(responseCode = "400", description = "A time or position that is none, or both")
    public StreamingOutput asJson(
            @QueryParam("at") @Nullable String at, @QueryParam("position") @Nullable String position) {
        return stream(at, position, "{\"practices\":[", ",", "]}");
    }

    @GET
    @Produces(NDJSON + ";qs=0.5")
    @Operation(hidden = true)
    public StreamingOutput asLines(
            @QueryParam("at") @Nullable String at, @QueryParam("position") @Nullable String position) {
        return stream(at, position, "", "\n", "\n");
    }

    private StreamingOutput stream(
            @Nullable String at, @Nullable String position, String begin, String between, String end) {
        if (at != null && position != null) {
            throw ProblemType.BAD_REQUEST.because("Ask for a time or for a position, not for both.");
        }
        Long known = position == null ? null : Times.position(position);
        Instant time = known == null ? (at == null ? null : Times.read("at", at)) : timeOf(known);
        return output -> {
            OutputStream out = new BufferedOutputStream(output, BUFFER);
            write(out, begin);
            boolean[] first = {true};
            everyPractice.at(time, known, state -> {
                write(out, first[0] ? "" : between);
                first[0] = false;
                out.write(json.writeValueAsBytes(state));
            });
            write(out, first[0] && end.equals("\n") ? "" : end);
            out.flush();
        };
    }

    private Instant timeOf(long position) {
        return everyPractice
                .recordedAt(position)
                .orElseThrow(() -> ProblemType.BAD_REQUEST.because("The log has no such position yet."));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Schema(name = "PracticeStates")
    record PracticeStates(List<ConsentState> practices) {}
}
