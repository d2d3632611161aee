package io.consentry.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address that answers calls: the gateway's, or a service's own, which only the machine itself can reach.
 *
 * @param name what to call it when it answers wrongly
 */
record Door(String name, String address) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Door of(ServiceName service, Ports ports) {
        return new Door(service.module(), ports.address(service));
    }

    /** Makes a call; of what streams without end, only the beginning is read. */
    Reply call(String method, String path, @Nullable String token, Map<String, String> headers, byte @Nullable [] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(ANSWER_LIMIT)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<InputStream> response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream content = response.body()) {
            boolean endless = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith("text/event-stream"))
                    .isPresent();
            byte[] answer = endless ? new byte[0] : content.readAllBytes();
            return new Reply(response.statusCode(), response.statusCode() < 400 ? new byte[0] : answer, response);
        }
    }

    /**
     * What was answered.
     *
     * @param refusal the body, where the call was refused
     */
    record Reply(int status, byte[] refusal, HttpResponse<?> response) {

        /** The type of the problem; empty where it is none. */
        String problem() {
            try {
                return JSON.readTree(refusal).path("type").asText();
            } catch (IOException e) {
                return "";
            }
        }

        @Override
        public String toString() {
            return (status + " " + problem()).strip();
        }
    }
}
