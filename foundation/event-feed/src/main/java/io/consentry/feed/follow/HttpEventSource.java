package io.consentry.feed.follow;

import io.consentry.feed.CloudEventBatch;
import io.consentry.feed.DeliveredEvent;
import io.consentry.web.internal.ServiceTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Another service's feed, read over HTTP with this service's own token. */
public final class HttpEventSource implements EventSource {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** On top of the wait that was asked for. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI service;
    private final ServiceTokens tokens;

    /** @param service base address of the publishing service */
    public HttpEventSource(URI service, ServiceTokens tokens) {
        this.service = service;
        this.tokens = tokens;
    }

    @Override
    public List<DeliveredEvent> after(long position, int limit, Duration wait)
            throws NotNowException, InterruptedException {
        URI address =
                service.resolve("/internal/events?after=" + position + "&limit=" + limit + "&wait=" + wait.toMillis());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(wait.plus(ANSWER))
                .header("Authorization", "Bearer " + tokens.bearer())
                .header("Accept", CloudEventBatch.MEDIA_TYPE)
                .build();
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new NotNowException("The feed answered " + answer.statusCode());
            }
            return CloudEventBatch.read(answer.body());
        } catch (IllegalArgumentException e) {
            throw new NotNowException("The feed gave no batch of events", e);
        } catch (IOException e) {
            throw new NotNowException("The feed cannot be reached", e);
        }
    }
}
