package io.consentry.local.runsuite;

import io.consentry.local.place.Ports;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a service's management port whether it can do its work. */
public final class Readiness {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();
    private final Ports ports;

    public Readiness(Ports ports) {
        this.ports = ports;
    }

    /** Whether the service says that it is ready. A service that does not answer is not. */
    public boolean isReady(ServiceName service) throws InterruptedException {
        URI ready = URI.create("http://127.0.0.1:" + ports.management(service) + "/q/health/ready");
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(ready).timeout(ANSWER_LIMIT).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
