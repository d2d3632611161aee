package io.consentry.gateway.passon;

import io.consentry.gateway.permit.Call;
import io.consentry.gateway.permit.Destination;
import io.consentry.web.internal.ServiceConnections;
import io.consentry.web.problem.ProblemType;
import io.consentry.web.problem.Refusal;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Passes an admitted call on to the service that answers it. */
@Singleton
public class PassOn {

    private final Map<Destination, Upstream> upstreams = new EnumMap<>(Destination.class);
    private final PassageLimits limits;
    private final Clock clock;

    PassOn(
            Vertx vertx,
            PassageLimits limits,
            Clock clock,
            TlsConfigurationRegistry tls,
            @ConfigProperty(name = "consentry.ingest.url") URI ingest,
            @ConfigProperty(name = "consentry.consent.url") URI consent,
            @ConfigProperty(name = "consentry.filing.url") URI filing) {
        this.limits = limits;
        this.clock = clock;
        UpstreamClients services =
                new UpstreamClients(vertx, tls.get(ServiceConnections.TLS).orElse(null), limits);
        upstreams.put(Destination.INGEST, new Upstream("ingest-service", ingest, services, limits, clock));
        upstreams.put(Destination.CONSENT, new Upstream("consent-service", consent, services, limits, clock));
        upstreams.put(Destination.FILING, new Upstream("filing-service", filing, services, limits, clock));
    }

    /**
     * Carries this call to the service and its answer back. The request may be paused; its body is not read before.
     *
     * @param bearer whose token it came with; null where none was needed
     */
    public void pass(RoutingContext context, Call call, @Nullable Bearer bearer) {
        HttpServerRequest request = context.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        long largest = limits.largestBody().asLongValue();
        if (length != null && Long.parseLong(length) > largest) {
            Refusal.answer(context, MeasuredBody.tooLarge(largest));
            return;
        }
        Upstream upstream = Objects.requireNonNull(upstreams.get(call.destination()));
        if (!upstream.load().join(call.worth())) {
            Refusal.answer(
                    context,
                    ProblemType.UNAVAILABLE.because("The " + upstream.name() + " has more to do than it can take."));
            return;
        }
        if (!upstream.circuit().admits()) {
            upstream.load().leave();
            Refusal.answer(
                    context, ProblemType.UNAVAILABLE.because("The " + upstream.name() + " has not been answering."));
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        new Passage(context, upstream, limits, clock, bearer).begin();
    }
}
