package io.consentry.consent.addservice;

import io.consentry.consent.addservice.ServiceResource.Services;
import io.consentry.consent.catalogue.ServiceCatalogue;
import io.consentry.web.caller.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Asked by the services of the suite, so that they know a message of a new service. */
@Path("/internal/catalogue")
class CatalogueResource {

    private final ServiceCatalogue catalogue;

    CatalogueResource(ServiceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @RolesAllowed(Role.SERVICE)
    @Operation(hidden = true)
    public Services list() {
        return new Services(catalogue.all());
    }
}
