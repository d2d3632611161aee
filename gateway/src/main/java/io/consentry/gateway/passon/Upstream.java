package io.consentry.gateway.passon;

import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A service behind the gateway, and the connections that each event loop keeps to it. */
final class Upstream {

    private final String name;
    private final URI url;
    private final Map<EventLoop, HttpClient> clients = new ConcurrentHashMap<>();
    private final UpstreamClients connections;
    private final Duration connectWithin;

    private final Circuit circuit;
    private final Load load;
    private final LiveStreams streams;

    Upstream(String name, URI url, UpstreamClients connections, PassageLimits limits, Clock clock) {
        this.name = name;
        this.circuit = new Circuit(clock, limits.failuresTolerated(), limits.trialEvery());
        this.load = new Load(limits.callsAtOnce());
        this.streams = new LiveStreams(limits.streamsOfOneOrganisation(), limits.connections());
        this.url = url;
        this.connectWithin = limits.connectWithin();
        this.connections = connections;
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

    /** The live streams that it feeds. */
    LiveStreams streams() {
        return streams;
    }

    /**
     * The connections of the event loop on which this is asked. Each has its own, so that a call and its way on stay on
     * one thread: nothing is handed over, and whether a connection is still in use is known for certain.
     */
    HttpClient client() {
        return clients.computeIfAbsent(ContextInternal.current().nettyEventLoop(), loop -> connections.to(url));
    }

    /**
     * A request on a kept or a new connection; what it asks for is filled in by the proxy.
     *
     * @param whenCallerLeft told when the caller's connection breaks while the request is under way
     */
    Future<HttpClientRequest> request(Runnable whenCallerLeft) {
        return client().request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setURI("/")
                        .setConnectTimeout(connectWithin.toMillis()))
                .map(request -> UpstreamRequest.of(ContextInternal.current(), request, whenCallerLeft));
    }

    /** Without this service's own address, which no caller needs to know. */
    String withoutAddress(String location) {
        String own = url.toString();
        String prefix = own.endsWith("/") ? own.substring(0, own.length() - 1) : own;
        return location.startsWith(prefix + "/") ? location.substring(prefix.length()) : location;
    }
}
