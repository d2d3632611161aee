package io.consentry.filing.callservice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.consentry.web.internal.ServiceConnections;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Calls one other service: with a token of this one, and never for longer than a given time. */
public final class ServiceCalls {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final URI address;
    private final ServiceConnections connections;
    private final Duration patience;

    /**
     * Calls to the service at this address.
     *
     * @param patience how long an answer may take
     */
    public ServiceCalls(URI address, ServiceConnections connections, Duration patience) {
        this.address = address;
        this.connections = connections;
        this.patience = patience;
    }

    public HttpRequest get(String path) {
        return request(path).build();
    }

    /** Asks with a body. */
    public HttpRequest post(String path, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(written(body)))
                .build();
    }

    private static byte[] written(Object body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This kind of question cannot be written", e);
        }
    }

    /** Waits for the answer. */
    public HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return connections.client().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    public CompletableFuture<HttpResponse<byte[]>> sendAsync(HttpRequest request) {
        return connections.client().sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** What the answer's body says; members that are not known are left aside. */
    public static <T> T read(HttpResponse<byte[]> answer, Class<T> type) throws IOException {
        return MAPPER.readValue(answer.body(), type);
    }

    private HttpRequest.Builder request(String path) {
        return connections.request(address.resolve(path)).timeout(patience);
    }
}
