package io.consentry.gateway.passon;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A service behind the gateway, and the connections kept to it. */
final class Upstream {

    // Shorter than a service keeps an idle connection, so that it is never the service that closes one first.
    private static final int KEEP_IDLE_SECONDS = 30;

    private final String name;
    private final URI url;
    private final HttpClient client;
    private final Duration connectWithin;

    private final Circuit circuit;
    private final Load load;

    Upstream(String name, URI url, Vertx vertx, PassageLimits limits, Clock clock) {
        this.name = name;
        this.circuit = new Circuit(clock, limits.failuresTolerated(), limits.trialEvery());
        this.load = new Load(limits.callsAtOnce());
        this.url = url;
        this.connectWithin = limits.connectWithin();
        HttpClientOptions options = new HttpClientOptions()
                .setDefaultHost(url.getHost())
                .setDefaultPort(portOf(url))
                .setSsl(isSecure(url))
                .setPipelining(false)
                .setKeepAlive(true)
                .setKeepAliveTimeout(KEEP_IDLE_SECONDS)
                .setConnectTimeout((int) limits.connectWithin().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) limits.silence().toMillis())
                .setMaxWaitQueueSize(limits.waiting())
                .setDecompressionSupported(false);
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(limits.connections()));
    }

    String name() {
        return name;
    }

    /** Whether it has been answering. */
    Circuit circuit() {
        return circuit;
    }

    /** The calls that wait for it. */
    Load load() {
        return load;
    }

    HttpClient client() {
        return client;
    }

    /** A request on a kept or a new connection; what it asks for is filled in by the proxy. */
    Future<HttpClientRequest> request() {
        return client.request(
                new RequestOptions().setMethod(HttpMethod.GET).setURI("/").setConnectTimeout(connectWithin.toMillis()));
    }

    /** Without this service's own address, which no caller needs to know. */
    String withoutAddress(String location) {
        String own = url.toString();
        String prefix = own.endsWith("/") ? own.substring(0, own.length() - 1) : own;
        return location.startsWith(prefix + "/") ? location.substring(prefix.length()) : location;
    }

    private static int portOf(URI url) {
        int standard = isSecure(url) ? 443 : 80;
        return url.getPort() > 0 ? url.getPort() : standard;
    }

    private static boolean isSecure(URI url) {
        return "https".equals(url.getScheme());
    }
}
