package io.consentry.gateway.passon;

import io.consentry.gateway.permit.Destination;
import io.consentry.gateway.refuse.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Passes an admitted call on to the service that answers it. */
@Singleton
public class PassOn {

    private final Map<Destination, Upstream> upstreams = new EnumMap<>(Destination.class);
    private final PassageLimits limits;

    PassOn(
            Vertx vertx,
            PassageLimits limits,
            @ConfigProperty(name = "consentry.ingest.url") URI ingest,
            @ConfigProperty(name = "consentry.consent.url") URI consent,
            @ConfigProperty(name = "consentry.filing.url") URI filing) {
        this.limits = limits;
        upstreams.put(Destination.INGEST, new Upstream("ingest-service", ingest, vertx, limits));
        upstreams.put(Destination.CONSENT, new Upstream("consent-service", consent, vertx, limits));
        upstreams.put(Destination.FILING, new Upstream("filing-service", filing, vertx, limits));
    }

    /** Carries this call to the service and its answer back. The request may be paused; its body is not read before. */
    public void pass(RoutingContext context, Destination destination) {
        HttpServerRequest request = context.request();
        String length = request.getHeader("Content-Length");
        long largest = limits.largestBody().asLongValue();
        if (length != null && Long.parseLong(length) > largest) {
            Refusal.answer(context, MeasuredBody.tooLarge(largest));
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        new Passage(context, Objects.requireNonNull(upstreams.get(destination)), limits).begin();
    }
}
