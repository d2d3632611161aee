package io.consentry.gateway.reporthealth;

import io.consentry.gateway.reporthealth.SuiteReadiness.PartReadiness;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Health as the public may see it: which part is up, and nothing of why not.
 *
 * <p>The full health of the gateway, with its checks, stands on the management port, which no public address leads to.
 */
@Path("/q/health")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class HealthResource {

    private static final Check GATEWAY = Check.of("gateway", true);

    private final SuiteReadiness readiness;

    HealthResource(SuiteReadiness readiness) {
        this.readiness = readiness;
    }

    @GET
    public Uni<RestResponse<Health>> all() {
        return ready();
    }

    /** Whether the gateway runs, whatever the services do: restarting it would not help them. */
    @GET
    @Path("/live")
    public Health live() {
        return Health.of(List.of(GATEWAY));
    }

    @GET
    @Path("/started")
    public Health started() {
        return Health.of(List.of(GATEWAY));
    }

    /** Whether every part of the suite is ready; 503 if one is not. */
    @GET
    @Path("/ready")
    public Uni<RestResponse<Health>> ready() {
        return readiness.ofEveryPart().map(HealthResource::answer);
    }

    private static RestResponse<Health> answer(List<PartReadiness> parts) {
        Health health = Health.of(
                Stream.concat(Stream.of(GATEWAY), parts.stream().map(part -> Check.of(part.name(), part.ready())))
                        .toList());
        RestResponse.Status status =
                health.status().equals(Check.UP) ? RestResponse.Status.OK : RestResponse.Status.SERVICE_UNAVAILABLE;
        return RestResponse.status(status, health);
    }

    /** Health in the form that MicroProfile Health gives it. */
    record Health(String status, List<Check> checks) {

        static Health of(List<Check> checks) {
            boolean up = checks.stream().allMatch(check -> check.status().equals(Check.UP));
            return new Health(up ? Check.UP : Check.DOWN, checks);
        }
    }

    /** One part of the suite. */
    record Check(String name, String status) {

        static final String UP = "UP";
        static final String DOWN = "DOWN";

        static Check of(String name, boolean up) {
            return new Check(name, up ? UP : DOWN);
        }
    }
}
