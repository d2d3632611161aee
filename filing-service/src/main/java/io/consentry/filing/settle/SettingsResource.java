package io.consentry.filing.settle;

import io.consentry.eventstore.EventSourcing;
import io.consentry.filing.admitstaff.PracticeStaff;
import io.consentry.filing.item.Actor;
import io.consentry.filing.settle.SettingsInForce.Versioned;
import io.consentry.filing.telltime.Timestamps;
import io.consentry.filing.threads.OffTheEventLoop;
import io.consentry.web.caller.Role;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import io.consentry.web.version.IfMatch;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.axonframework.modelling.command.ConcurrencyException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A practice's settings. */
@Path("/practices/{ods}/settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settings")
public class SettingsResource {

    private final PracticeStaff staff;
    private final SettingsInForce settings;
    private final EventSourcing events;
    private final Timestamps time;

    SettingsResource(PracticeStaff staff, SettingsInForce settings, EventSourcing events, Timestamps time) {
        this.staff = staff;
        this.settings = settings;
        this.events = events;
        this.time = time;
    }

    @GET
    @RolesAllowed({Role.PRACTICE, Role.DATA_CONTROLLER})
    @Operation(
            operationId = "getSettings",
            summary = "Read how the worklist works",
            description = "What the practice has settled; until then, what the deployment has.")
    @APIResponse(
            responseCode = "200",
            description = "The settings in force, with their version as ETag",
            content = @Content(schema = @Schema(implementation = Settings.class)))
    @APIResponse(responseCode = "404", description = "Not your practice: not-found")
    public Uni<RestResponse<Settings>> get(@RestPath OdsCode ods) {
        staff.at(ods);
        return settings.versioned(ods.value()).map(SettingsResource::answer);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.DATA_CONTROLLER)
    @Operation(
            operationId = "changeSettings",
            summary = "Settle how the worklist works",
            description = "By the practice's data controller. Every change is kept with who made it.")
    @APIResponse(
            responseCode = "200",
            description = "The settings in force",
            content = @Content(schema = @Schema(implementation = Settings.class)))
    @APIResponse(responseCode = "404", description = "Not your practice: not-found")
    @APIResponse(responseCode = "412", description = "stale-version, with the settings now")
    public Uni<RestResponse<Settings>> change(
            @RestPath OdsCode ods,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable @Parameter(description = "The ETag they were read with")
                    String ifMatch,
            @Valid @NotNull Settings wanted) {
        Actor by = staff.at(ods);
        ChangeSettings command = new ChangeSettings(
                ChangeSettings.streamOf(ods.value()),
                ods.value(),
                IfMatch.required(ifMatch),
                wanted.undoTime().toSeconds(),
                Boolean.TRUE.equals(wanted.bulkFiling()),
                Boolean.TRUE.equals(wanted.patientVisible()),
                wanted.fallbackAddress(),
                wanted.notesToSenders(),
                wanted.preTicked() == null ? null : PreTickedKinds.words(wanted.preTicked()),
                by,
                time.now());
        return OffTheEventLoop.call(() -> events.<Long>send(command, Map.of()))
                .onFailure(failure -> failure instanceof SettingsWereChanged || failure instanceof ConcurrencyException)
                .recoverWithUni(raced -> stale(ods.value()))
                .chain(() -> settings.versioned(ods.value()))
                .map(SettingsResource::answer);
    }

    private Uni<Long> stale(String practice) {
        return settings.versioned(practice).chain(now -> {
            HttpProblem problem = ProblemType.STALE_VERSION
                    .with("The settings have changed since you read them; current says how.")
                    .with("current", now.settings())
                    .build();
            return Uni.createFrom().failure(problem);
        });
    }

    private static RestResponse<Settings> answer(Versioned now) {
        return RestResponse.ResponseBuilder.ok(now.settings())
                .header(HttpHeaders.ETAG, "\"" + now.version() + "\"")
                .build();
    }
}
