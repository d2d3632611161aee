package io.consentry.ingest.countsystems;

import io.consentry.web.caller.Role;
import io.consentry.web.problem.ProblemType;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The systems that make messages. */
@Path("/sender-systems")
@Tag(name = "Suspensions")
public class SenderSystemsResource {

    private static final Duration WEEK = Duration.ofDays(7);

    /** Before and after which no message can have come, so that any time can be asked about. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final CountedSystems systems;
    private final Clock clock;

    SenderSystemsResource(CountedSystems systems, Clock clock) {
        this.systems = systems;
        this.clock = clock;
    }

    /** Systems by what came of their messages. */
    @GET
    @Blocking
    @RolesAllowed(Role.OPERATOR)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Which systems made the messages",
            description = "By the names that message headers give, the busiest first, at most 500: how many pharmacies"
                    + " use it, how many messages came, how many of them practices rejected.")
    @APIResponse(
            responseCode = "200",
            description = "The systems",
            content = @Content(schema = @Schema(implementation = SenderSystems.class)))
    @APIResponse(responseCode = "400", description = "bad-request: from or to is no time")
    public SenderSystems list(
            @Parameter(description = "One name of a system: software, software with version, or endpoint")
                    @RestQuery
                    @Nullable String system,
            @Parameter(description = "Received since, ISO 8601; a week ago where absent") @RestQuery @Nullable String from,
            @Parameter(description = "Received before, ISO 8601; now where absent") @RestQuery @Nullable String to)
            throws SQLException {
        Instant until = to == null ? clock.instant() : time("to", to);
        Instant since = from == null ? until.minus(WEEK) : time("from", from);
        return new SenderSystems(systems.between(since, until, system));
    }

    private static Instant time(String name, String text) {
        try {
            Instant time = Instant.parse(text);
            return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
        } catch (DateTimeException e) {
            throw ProblemType.BAD_REQUEST.because(name + " is a time such as 2026-03-01T09:30:00Z.");
        }
    }

    /** All of them. */
    @Schema(name = "SenderSystems")
    public record SenderSystems(List<SenderSystem> systems) {}
}
