package io.consentry.gateway.passon;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** A service behind the gateway, and the connections kept to it. */
final class Upstream {

    private final String name;
    private final URI url;
    private final HttpClient client;
    private final Duration connectWithin;

    private final Circuit circuit;
    private final Load load;

    Upstream(String name, URI url, UpstreamClients clients, PassageLimits limits, Clock clock) {
        this.name = name;
        this.circuit = new Circuit(clock, limits.failuresTolerated(), limits.trialEvery());
        this.load = new Load(limits.callsAtOnce());
        this.url = url;
        this.connectWithin = limits.connectWithin();
        this.client = clients.to(url);
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
}
