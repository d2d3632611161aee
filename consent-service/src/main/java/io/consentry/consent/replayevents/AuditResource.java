package io.consentry.consent.replayevents;

import io.consentry.consent.showstate.Times;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Auditors read the whole log. */
@Path("/audit/consent-events")
@RolesAllowed(Role.AUDITOR)
@Tag(name = "Audit")
class AuditResource {

    static final String NDJSON = "application/x-ndjson";

    private static final int ROWS_AT_A_TIME = 1000;

    private final EventLog log;

    AuditResource(EventLog log) {
        this.log = log;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON + ";qs=1.0"})
    @Operation(
            summary = "The log of all events",
            description = "In order of position. As application/x-ndjson the whole log is streamed, one event a line.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ConsentEventPage.class)),
                @Content(mediaType = NDJSON, schema = @Schema(implementation = ConsentEventPage.Event.class))
            })
    public String page(
            @QueryParam("after") @Schema(description = "Position to go on after; 0 for the first") @Nullable String after,
            @QueryParam("practice") @Nullable OdsCode practice,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Schema(defaultValue = "50", maximum = "500") @Nullable String limit) {
        EventPage page = log.after(Paging.position("after", after), filter(practice, from, to), Paging.limit(limit));
        return PageJson.of(page, page.full() ? Long.toString(page.last()) : null);
    }

    @GET
    @Produces({NDJSON + ";qs=0.5"})
    @Operation(hidden = true)
    public StreamingOutput stream(
            @QueryParam("after") @Nullable String after,
            @QueryParam("practice") @Nullable OdsCode practice,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        long start = Paging.position("after", after);
        EventFilter filter = filter(practice, from, to);
        return output -> {
            EventPage page = new EventPage(List.of(), start, true);
            while (page.full()) {
                page = log.after(page.last(), filter, ROWS_AT_A_TIME);
                StringBuilder lines = new StringBuilder();
                page.events().forEach(event -> lines.append(event).append('\n'));
                // Blocks while the reader is slower than the database: one page is all that waits here.
                output.write(lines.toString().getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static EventFilter filter(@Nullable OdsCode practice, @Nullable String from, @Nullable String to) {
        return new EventFilter(
                practice == null ? null : practice.value(),
                from == null ? null : Times.read("from", from),
                to == null ? null : Times.read("to", to));
    }
}
