package io.consentry.bench.gatewayrows;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.HttpProxy;

/** Passes every request on and every answer back, and does nothing else. A process of its own, as the gateway is. */
public final class BareProxy extends AbstractVerticle {

    private static final int CONNECTIONS = 512;

    private final int port;
    private final int origin;

    private BareProxy(int port, int origin) {
        this.port = port;
        this.origin = origin;
    }

    /** Takes the port to listen on, and the one to pass on to. */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        int origin = Integer.parseInt(arguments[1]);
        int loops = Runtime.getRuntime().availableProcessors();
        Vertx.vertx()
                .deployVerticle(() -> new BareProxy(port, origin), new DeploymentOptions().setInstances(loops))
                .onFailure(failure -> System.exit(1));
    }

    @Override
    public void start(Promise<Void> started) {
        HttpProxy proxy = HttpProxy.reverseProxy(vertx.createHttpClient(
                        new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(CONNECTIONS)))
                .origin(origin, "127.0.0.1");
        vertx.createHttpServer()
                .requestHandler(proxy)
                .listen(port, "127.0.0.1")
                .<Void>mapEmpty()
                .onComplete(started);
    }
}
