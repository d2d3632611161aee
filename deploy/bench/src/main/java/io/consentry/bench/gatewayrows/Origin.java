package io.consentry.bench.gatewayrows;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;

/** Stands in for a service behind a proxy, since the proxy is measured: reads the body, and accepts. */
final class Origin implements AutoCloseable {

    private static final Buffer ANSWER = Buffer.buffer("{\"id\":\"0195a3c0-0000-7000-8000-000000000000\","
            + "\"messageId\":\"0195a3c0-0000-7000-8000-000000000000\",\"status\":\"pending\",\"flags\":[]}");

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpServer server;

    Origin() throws Exception {
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(request -> request.end().onSuccess(read -> request.response()
                        .setStatusCode(202)
                        .putHeader("Content-Type", "application/json")
                        .end(ANSWER)))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        vertx.close();
    }
}
