package io.consentry.local.callsuite;

import com.fasterxml.jackson.databind.JsonNode;
import io.consentry.local.place.Ports;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The front door of a running suite. */
public final class Gateway {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    /**
     * The gateway takes 30 seconds at most for a body and 30 for a service's answer. Who waits longer hears from it which of
     * them was missing.
     */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(65);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();
    private final String address;

    public Gateway(Ports ports) {
        this.address = ports.address(ServiceName.GATEWAY);
    }

    public Answer get(String path, String token) throws IOException, InterruptedException {
        return send(request(path, token).GET());
    }

    public Answer put(String path, String token, JsonNode body) throws IOException, InterruptedException {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString())));
    }

    /** Puts JSON in the place of something that was read at this version. */
    public Answer put(String path, String token, String etag, JsonNode body) throws IOException, InterruptedException {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(BodyPublishers.ofString(body.toString())));
    }

    /** Posts JSON to something that was read at this version. */
    public Answer post(String path, String token, String etag, JsonNode body) throws IOException, InterruptedException {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Sends a message to a practice as a pharmacy's system does. */
    public Answer sendMessage(String practice, String token, String contentType, byte[] message)
            throws IOException, InterruptedException {
        return send(request("/practices/" + practice + "/update-records", token)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(message)));
    }

    /** The whole log of consent events, or what a query such as {@code ?practice=Z00001} leaves of it. */
    public ConsentEventStream consentEvents(String query, String token) throws IOException, InterruptedException {
        HttpRequest request = request("/audit/consent-events" + query, token)
                .header("Accept", "application/x-ndjson")
                .GET()
                .build();
        return ConsentEventStream.of(client.send(request, BodyHandlers.ofLines()));
    }

    /**
     * The log as a bundle that verifies offline, as it arrives.
     *
     * @param query such as {@code ?practice=Z00001&redact=true}; empty for all of it
     */
    public InputStream bundle(String query, String token) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                client.send(request("/audit/bundle" + query, token).GET().build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            try (InputStream refusal = response.body()) {
                throw new IOException("The log was not given: " + response.statusCode() + " "
                        + new String(refusal.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return Answer.of(client.send(request.timeout(ANSWER_LIMIT).build(), BodyHandlers.ofString()));
    }
}
