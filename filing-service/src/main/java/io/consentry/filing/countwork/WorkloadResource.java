package io.consentry.filing.countwork;

import io.consentry.filing.telltime.AskedTime;
import io.consentry.filing.telltime.Timestamps;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How much work messages make at a practice. */
@Path("/practices/{ods}/workload")
@Tag(name = "Workload")
public class WorkloadResource {

    static final String CSV = "text/csv";

    private static final Duration USUAL = Duration.ofDays(28);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final CurrentCaller caller;
    private final WorkloadQuery query;
    private final Timestamps time;

    WorkloadResource(CurrentCaller caller, WorkloadQuery query, Timestamps time) {
        this.caller = caller;
        this.query = query;
        this.time = time;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER, Role.OPERATOR})
    @Operation(
            operationId = "getWorkload",
            summary = "See how much work messages make",
            description =
                    "Counts and times of the items received in a time, as they stand now: in total, by day, service"
                            + " and pharmacy. JSON, or a table where Accept asks for text/csv.")
    @APIResponse(
            responseCode = "200",
            description = "The workload",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Workload.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "400", description = "A parameter is not understood: bad-request")
    @APIResponse(responseCode = "404", description = "Not your practice: not-found")
    public Uni<RestResponse<Object>> get(
            @RestPath OdsCode ods,
            @RestQuery
                    @Nullable @Parameter(
                            description = "Received then or later; 28 days before to, where absent",
                            schema = @Schema(implementation = Instant.class))
                    String from,
            @RestQuery
                    @Nullable @Parameter(
                            description = "Received before; now, where absent",
                            schema = @Schema(implementation = Instant.class))
                    String to,
            @Context HttpHeaders headers) {
        requireMayKnow(ods);
        Instant now = time.now();
        Instant until = to == null ? now : AskedTime.parse("to", to);
        Instant since = from == null ? until.minus(USUAL) : AskedTime.parse("from", from);
        if (!since.isBefore(until) || since.plus(LONGEST).isBefore(until)) {
            throw ProblemType.BAD_REQUEST.because("from is before to, and not more than 366 days.");
        }
        boolean csv = headers.getAcceptableMediaTypes().get(0).isCompatible(MediaType.valueOf(CSV))
                && !headers.getAcceptableMediaTypes().get(0).isWildcardType();
        return query.of(ods.value(), since, until, now).map(workload -> csv ? table(workload) : json(workload));
    }

    private void requireMayKnow(OdsCode ods) {
        Caller who = caller.get();
        if (!who.has(Role.OPERATOR) && !who.worksAt(ods.value())) {
            throw ProblemType.NOT_FOUND.because("There is no such practice for you.");
        }
    }

    private static RestResponse<Object> json(Workload workload) {
        return RestResponse.ResponseBuilder.<Object>ok(workload)
                .type(MediaType.APPLICATION_JSON)
                .build();
    }

    private static RestResponse<Object> table(Workload workload) {
        return RestResponse.ResponseBuilder.<Object>ok(WorkloadCsv.of(workload))
                .type(CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"workload.csv\"")
                .build();
    }
}
