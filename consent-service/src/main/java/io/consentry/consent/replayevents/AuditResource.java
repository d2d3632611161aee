package io.consentry.consent.replayevents;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.consentry.consent.keepevents.Page;
import io.consentry.consent.keepevents.Paging;
import io.consentry.consent.recordaccess.ReadsTheLog;
import io.consentry.consent.replayevents.EventPage.LoggedEvent;
import io.consentry.consent.showstate.Times;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Auditors read the whole log. */
@Path("/audit/consent-events")
@RolesAllowed(Role.AUDITOR)
@ReadsTheLog
@Tag(name = "Audit")
class AuditResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final EventLog log;
    private final EventStream stream;
    private final ObjectMapper json;
    private final JsonWebToken token;
    private final Clock clock;

    AuditResource(EventLog log, EventStream stream, ObjectMapper json, JsonWebToken token, Clock clock) {
        this.log = log;
        this.stream = stream;
        this.json = json;
        this.token = token;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON + ";qs=1.0"})
    @Operation(
            summary = "The log of all events",
            description =
                    "In order of position. As application/x-ndjson the whole log is streamed, one event a line; as"
                            + " text/csv the same for spreadsheets; as text/event-stream new events are told as they are"
                            + " recorded, from the event after Last-Event-ID or after, until the token ends.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ConsentEventPage.class)),
                @Content(mediaType = NDJSON, schema = @Schema(implementation = ConsentEventPage.Event.class)),
                @Content(mediaType = CSV),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS)
            })
    public String page(
            @QueryParam("after") @Schema(description = "Position to go on after; 0 for the first") @Nullable String after,
            @QueryParam("practice") @Nullable OdsCode practice,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Schema(defaultValue = "50", maximum = "500") @Nullable String limit) {
        long start = Paging.position("after", after);
        EventFilter filter = filter(practice, from, to);
        return PageJson.of(Page.of(
                Paging.limit(limit), most -> log.after(start, filter, most).events(), LoggedEvent::position));
    }

    @GET
    @Produces({NDJSON + ";qs=0.5"})
    @Operation(hidden = true)
    public StreamingOutput asLines(
            @QueryParam("after") @Nullable String after,
            @QueryParam("practice") @Nullable OdsCode practice,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return all(Paging.position("after", after), filter(practice, from, to), new byte[0], AuditResource::lines);
    }

    @GET
    @Produces({CSV + ";qs=0.4"})
    @Operation(hidden = true)
    public StreamingOutput asTable(
            @QueryParam("after") @Nullable String after,
            @QueryParam("practice") @Nullable OdsCode practice,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return all(
                Paging.position("after", after),
                filter(practice, from, to),
                CsvLine.HEADER.getBytes(StandardCharsets.UTF_8),
                this::rows);
    }

    @GET
    @Blocking
    @Produces({MediaType.SERVER_SENT_EVENTS + ";qs=0.3"})
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> live(
            @Context Sse sse,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("practice") @Nullable OdsCode practice) {
        String start = lastEventId == null ? after : lastEventId;
        long position = start == null ? stream.head() : Paging.position("Last-Event-ID", start);
        Duration life = Duration.between(clock.instant(), Instant.ofEpochSecond(token.getExpirationTime()));
        return stream.pagesAfter(position, filter(practice, null, null))
                .onItem()
                .transformToIterable(page -> page.isEmpty()
                        ? List.of(sse.newEventBuilder().comment("waiting").build())
                        : page.events().stream().map(event -> told(sse, event)).toList())
                .select()
                .first(life.isNegative() ? Duration.ofMillis(1) : life);
    }

    private static OutboundSseEvent told(Sse sse, LoggedEvent event) {
        return sse.newEventBuilder()
                .id(Long.toString(event.position()))
                .name("consent-event")
                .data(event.text())
                .build();
    }

    private static void lines(EventPage page, OutputStream out) throws IOException {
        page.writeTo(out);
    }

    private void rows(EventPage page, OutputStream out) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (LoggedEvent event : page.events()) {
            rows.append(CsvLine.of(json.readTree(event.text())));
        }
        out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
    }

    private StreamingOutput all(long start, EventFilter filter, byte[] header, Form form) {
        return output -> {
            output.write(header);
            for (ReadAhead pages = new ReadAhead(log, start, filter); pages.hasNext(); ) {
                // Blocks while the reader is slower than the database.
                form.write(pages.next(), output);
            }
        };
    }

    private static EventFilter filter(@Nullable OdsCode practice, @Nullable String from, @Nullable String to) {
        return new EventFilter(
                practice == null ? null : practice.value(),
                from == null ? null : Times.readBound("from", from),
                to == null ? null : Times.readBound("to", to),
                null,
                true);
    }

    @FunctionalInterface
    private interface Form {
        void write(EventPage page, OutputStream out) throws IOException;
    }
}
