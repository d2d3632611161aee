package io.consentry.gateway.reporthealth;

import io.consentry.web.caller.Role;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The gateway's numbers, to the operator; a collector reads the same on the management port. */
@Path("/q/metrics")
class MetricsResource {

    private final PrometheusMeterRegistry registry;

    MetricsResource(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @GET
    @RolesAllowed(Role.OPERATOR)
    @Produces(MediaType.TEXT_PLAIN)
    public String scrape() {
        return registry.scrape();
    }
}
