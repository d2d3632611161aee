package io.consentry.consent.addservice;

import io.consentry.consent.catalogue.ServiceCatalogue;
import io.consentry.consent.catalogue.ServiceCatalogue.CataloguedService;
import io.consentry.consent.governservices.ProgrammeCommands;
import io.consentry.consent.keepevents.Body;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.caller.Role;
import io.consentry.web.request.CurrentRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogue of services. */
@Path("/services")
@Tag(name = "Services")
class ServiceResource {

    private final ServiceCatalogue catalogue;
    private final ProgrammeCommands commands;
    private final CurrentCaller currentCaller;
    private final CurrentRequest request;

    ServiceResource(
            ServiceCatalogue catalogue,
            ProgrammeCommands commands,
            CurrentCaller currentCaller,
            CurrentRequest request) {
        this.catalogue = catalogue;
        this.commands = commands;
        this.currentCaller = currentCaller;
        this.request = request;
    }

    @GET
    @RolesAllowed({Role.PHARMACY, Role.PRACTICE, Role.DATA_CONTROLLER, Role.AUDITOR, Role.OPERATOR, Role.PROGRAMME})
    @Operation(summary = "The services that practices can be asked to take messages of")
    @APIResponse(responseCode = "200", description = "All of them, by key")
    public Services list() {
        return new Services(catalogue.all());
    }

    @POST
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "Add a service",
            description =
                    "Needs a notice of this service whose time has come. The service is opted out everywhere until"
                            + " a practice opts in. Adding what is there already changes nothing.")
    @APIResponse(responseCode = "200", description = "The catalogue")
    @APIResponse(responseCode = "400", description = "The request cannot be understood")
    @APIResponse(
            responseCode = "409",
            description = "notice-still-running: refused, and recorded as an event; or service-exists")
    @APIResponse(responseCode = "422", description = "invalid-record")
    public Services add(@Nullable ServiceRequest body) {
        ServiceRequest asked = Body.required(body);
        Caller caller = currentCaller.get();
        commands.send(asked.command(commands, caller), caller, null, request.id());
        return list();
    }

    @Schema(name = "Services")
    record Services(List<CataloguedService> services) {}
}
