package io.consentry.feed.follow;

import io.consentry.feed.CloudEventBatch;
import io.consentry.feed.DeliveredEvent;
import io.consentry.web.internal.ServiceConnections;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Another service's feed, read over HTTP with this service's own token. */
public final class HttpEventSource implements EventSource {

    /** On top of the wait that was asked for. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final URI service;
    private final ServiceConnections connections;

    /** @param service base address of the publishing service */
    public HttpEventSource(URI service, ServiceConnections connections) {
        this.service = service;
        this.connections = connections;
    }

    @Override
    public List<DeliveredEvent> after(long position, int limit, Duration wait)
            throws NotNowException, InterruptedException {
        URI address =
                service.resolve("/internal/events?after=" + position + "&limit=" + limit + "&wait=" + wait.toMillis());
        HttpRequest request = connections
                .request(address)
                .timeout(wait.plus(ANSWER))
                .header("Accept", CloudEventBatch.MEDIA_TYPE)
                .build();
        try {
            HttpResponse<byte[]> answer = connections.client().send(request, HttpResponse.BodyHandlers.ofByteArray());
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
