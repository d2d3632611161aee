package io.consentry.gateway.standin;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A server in the place of one service: remembers what reached it and answers as a test tells it to. */
public final class StandIn {

    /** In the place of ingest-service. */
    public static final StandIn INGEST = new StandIn("ingest");
    /** In the place of consent-service. */
    public static final StandIn CONSENT = new StandIn("consent");
    /** In the place of filing-service. */
    public static final StandIn FILING = new StandIn("filing");

    private final String name;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Handler<HttpServerRequest> behaviour = this::echo;
    private @Nullable Vertx vertx;
    private @Nullable HttpServer server;
    private int port;

    private StandIn(String name) {
        this.name = name;
    }

    /** One request that reached the service. */
    public record Received(String method, String uri, Map<String, String> headers) {}

    /** What reached the service since the last reset. */
    public List<Received> received() {
        return received;
    }

    /** The only request that reached the service. */
    public Received only() {
        if (received.size() != 1) {
            throw new AssertionError(name + " received " + received);
        }
        return received.get(0);
    }

    /** Answers every further request like this. */
    public void answers(Handler<HttpServerRequest> behaviour) {
        this.behaviour = behaviour;
    }

    /** Forgets everything and echoes again. */
    public void reset() {
        received.clear();
        behaviour = this::echo;
        if (server == null) {
            start();
        }
    }

    /** Starts it, again on the same port if it was stopped. */
    public void start() {
        Vertx own = Vertx.vertx();
        vertx = own;
        server = await(own.createHttpServer()
                .requestHandler(request -> {
                    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                    request.headers().forEach(headers::put);
                    received.add(new Received(request.method().name(), request.uri(), headers));
                    // Not held against the API document, as a service's answers are.
                    request.response().putHeader("X-Stand-In", name);
                    behaviour.handle(request);
                })
                .listen(port, "127.0.0.1"));
        port = server.actualPort();
    }

    /** Stops it: its port refuses connections. */
    public void stop() {
        if (vertx != null) {
            await(vertx.close());
        }
        server = null;
        vertx = null;
    }

    /** Runs this on the server's own thread. */
    public void on(Runnable step) {
        later(1, step);
    }

    /** Runs this on the server's own thread after so many milliseconds. */
    public void later(long millis, Runnable step) {
        Objects.requireNonNull(vertx, "not started").setTimer(millis, timer -> step.run());
    }

    Map<String, String> configuration() {
        String url = "http://127.0.0.1:" + port;
        return Map.of("consentry." + name + ".url", url, "consentry." + name + ".health-url", url + "/q/health/ready");
    }

    private void echo(HttpServerRequest request) {
        request.body().onSuccess(body -> request.response()
                .putHeader("Content-Type", "application/json")
                .end("{\"service\":\"" + name + "\",\"bytes\":" + body.length() + "}"));
    }

    private static <T extends @Nullable Object> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
