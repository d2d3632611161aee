package io.consentry.gateway.console.callsuite;

import com.fasterxml.jackson.databind.JsonNode;
import io.consentry.gateway.checkrequest.FrontDoor;
import io.consentry.gateway.console.refuse.PageRefused;
import io.consentry.gateway.console.signin.CurrentSession;
import io.consentry.web.request.RequestId;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The public API, called as the person whose page is being made: through the front door, with their own token, held
 * against the same matrix and limits as everybody's calls. The console has no other way to anything.
 */
@RequestScoped
public class SuiteApi {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final String JSON = "application/json";

    private final CurrentSession session;
    private final RoutingContext page;
    private final Connections connections;
    private final Optional<URI> configured;

    SuiteApi(
            CurrentSession session,
            RoutingContext page,
            Connections connections,
            @ConfigProperty(name = "consentry.console.api-url") Optional<URI> configured) {
        this.session = session;
        this.page = page;
        this.connections = connections;
        this.configured = configured;
    }

    public SuiteAnswer get(String path) {
        return call("GET", path, null, null, JSON, BodyPublishers.noBody());
    }

    /** Asks for the body in another form than JSON. */
    public SuiteAnswer get(String path, String accept) {
        return call("GET", path, null, null, accept, BodyPublishers.noBody());
    }

    /** Asks for a file. */
    public SuiteFile file(String path) {
        HttpRequest request = request("GET", path, null, null, MediaType.WILDCARD, BodyPublishers.noBody());
        return SuiteFile.in(exchange(request, BodyHandlers.ofByteArray()));
    }

    public SuiteAnswer post(String path, JsonNode body) {
        return send("POST", path, null, body);
    }

    /** Acts upon something as it was read at this version. */
    public SuiteAnswer post(String path, String etag, JsonNode body) {
        return send("POST", path, etag, body);
    }

    public SuiteAnswer put(String path, @Nullable String etag, JsonNode body) {
        return send("PUT", path, etag, body);
    }

    public SuiteAnswer delete(String path, @Nullable String etag) {
        return call("DELETE", path, etag, null, JSON, BodyPublishers.noBody());
    }

    /** Sends a message as a file holds it. */
    public SuiteAnswer postBytes(String path, String contentType, byte[] body) {
        return call("POST", path, null, contentType, JSON, BodyPublishers.ofByteArray(body));
    }

    private SuiteAnswer send(String method, String path, @Nullable String etag, JsonNode body) {
        return call(method, path, etag, JSON, JSON, BodyPublishers.ofString(body.toString()));
    }

    private SuiteAnswer call(
            String method,
            String path,
            @Nullable String etag,
            @Nullable String contentType,
            String accept,
            BodyPublisher body) {
        var answer = exchange(request(method, path, etag, contentType, accept, body), BodyHandlers.ofString());
        return new SuiteAnswer(
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValue("ETag").orElse(""));
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> body) {
        try {
            return connections.client().send(request, body);
        } catch (IOException e) {
            throw new PageRefused(503, "unavailable", "A part of the suite is not answering.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PageRefused(503, "unavailable", "The gateway is being stopped.");
        }
    }

    private HttpRequest request(
            String method,
            String path,
            @Nullable String etag,
            @Nullable String contentType,
            String accept,
            BodyPublisher body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                    .timeout(ANSWER_WITHIN)
                    .header("Authorization", "Bearer " + session.get().token())
                    .header("Accept", accept)
                    .header(RequestId.HEADER, FrontDoor.requestIdOf(page))
                    .method(method, body);
            if (contentType != null) {
                request.header("Content-Type", contentType);
            }
            if (etag != null) {
                request.header("If-Match", etag);
            }
            return request.build();
        } catch (IllegalArgumentException e) {
            // Part of a form or of the page's address became part of this address or of a header, and fits neither.
            throw new PageRefused(400, "bad-request", "This page was asked for something that no page of ours asks.");
        }
    }

    /** The door that the page itself came in by, unless the configuration names another. */
    private String address() {
        if (configured.isPresent()) {
            return configured.get().toString();
        }
        SocketAddress here = page.request().localAddress();
        String host = here.hostAddress();
        return "http://" + (host.contains(":") ? '[' + host + ']' : host) + ":" + here.port();
    }
}
