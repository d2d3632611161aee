package io.consentry.gateway.reporthealth;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks every service on its management port whether it is ready.
 *
 * <p>An answer is good for a second: anybody may ask, and a flood of questions must not become a flood at the services.
 */
@Singleton
class SuiteReadiness {

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);
    private static final long ANSWER_WITHIN_MILLIS = 1000;
    /** By convention a service's management port stands ten above its port. */
    private static final int MANAGEMENT_OFFSET = 10;

    private final HttpClient client;
    private final List<Part> parts;
    private final Uni<List<PartReadiness>> current;

    SuiteReadiness(
            Vertx vertx,
            @ConfigProperty(name = "consentry.ingest.url") URI ingest,
            @ConfigProperty(name = "consentry.ingest.health-url") Optional<URI> ingestHealth,
            @ConfigProperty(name = "consentry.consent.url") URI consent,
            @ConfigProperty(name = "consentry.consent.health-url") Optional<URI> consentHealth,
            @ConfigProperty(name = "consentry.filing.url") URI filing,
            @ConfigProperty(name = "consentry.filing.health-url") Optional<URI> filingHealth) {
        client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) ANSWER_WITHIN_MILLIS));
        parts = List.of(
                new Part("ingest-service", ingestHealth.orElseGet(() -> besides(ingest))),
                new Part("consent-service", consentHealth.orElseGet(() -> besides(consent))),
                new Part("filing-service", filingHealth.orElseGet(() -> besides(filing))));
        current = Uni.createFrom()
                .deferred(() -> Uni.combine()
                        .all()
                        .unis(parts.stream().map(this::ask).toList())
                        .with(PartReadiness.class, List::copyOf))
                .memoize()
                .forFixedDuration(GOOD_FOR);
    }

    /** Whether each of the services is ready. */
    Uni<List<PartReadiness>> ofEveryPart() {
        return current;
    }

    private Uni<PartReadiness> ask(Part part) {
        return Uni.createFrom()
                .completionStage(() -> statusOf(part.health()).toCompletionStage())
                .map(status -> new PartReadiness(part.name(), status == 200))
                .onFailure()
                .recoverWithItem(new PartReadiness(part.name(), false));
    }

    private Future<Integer> statusOf(URI health) {
        RequestOptions question = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(health.toString())
                .setTimeout(ANSWER_WITHIN_MILLIS);
        return client.request(question).compose(request -> request.send()).compose(response -> response.body()
                .map(body -> response.statusCode()));
    }

    private static URI besides(URI service) {
        return URI.create(service.getScheme() + "://" + service.getHost() + ":"
                + (service.getPort() + MANAGEMENT_OFFSET) + "/q/health/ready");
    }

    private record Part(String name, URI health) {}

    /** Whether one part of the suite is ready. */
    record PartReadiness(String name, boolean ready) {}
}
