package io.consentry.ingest.neighbours;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.consentry.events.PublishedEvent;
import io.consentry.feed.CloudEventBatch;
import io.consentry.feed.NumberedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Publishes outcomes at {@code GET /internal/events} as the filing service does. */
public final class FilingServer {

    private final List<NumberedEvent> events = new CopyOnWriteArrayList<>();
    private HttpServer server;

    void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(runnable -> {
            Thread thread = new Thread(runnable, "filing-server");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/internal/events", this::publish);
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Something happened to an item. */
    public synchronized void tell(PublishedEvent event) {
        events.add(new NumberedEvent(events.size() + 1, UUID.randomUUID(), event));
    }

    private void publish(HttpExchange exchange) throws IOException {
        try (exchange) {
            long after = Long.parseLong(exchange.getRequestURI().getQuery().replaceAll(".*after=(\\d+).*", "$1"));
            byte[] body = CloudEventBatch.write(
                    URI.create("/filing-service"),
                    events.stream().filter(event -> event.position() > after).toList());
            if (body.length <= 2) {
                Thread.sleep(100);
            }
            exchange.getResponseHeaders().add("Content-Type", CloudEventBatch.MEDIA_TYPE);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
