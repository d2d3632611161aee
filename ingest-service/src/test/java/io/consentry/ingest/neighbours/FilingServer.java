package io.consentry.ingest.neighbours;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.consentry.events.PublishedEvent;
import io.consentry.feed.CloudEventBatch;
import io.consentry.feed.NumberedEvent;
import io.consentry.testing.StandInThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Publishes outcomes at {@code GET /internal/events} and hands over notes at {@code POST /internal/notes-to-senders}, as
 * the filing service does.
 */
public final class FilingServer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<NumberedEvent> events = new CopyOnWriteArrayList<>();
    private final Map<String, String> notes = new ConcurrentHashMap<>();
    private volatile boolean keepsNotesBack;
    private HttpServer server;

    void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(StandInThreads.named("filing-server"));
        server.createContext("/internal/events", this::publish);
        server.createContext("/internal/notes-to-senders", this::handOver);
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

    /** A reviewer wrote words beside a rejection; returns the name that the rejection gives them. */
    public String write(String note) {
        String id = UUID.randomUUID().toString();
        notes.put(id, note);
        return id;
    }

    /** Answers for notes as a service does that cannot read them at the moment. */
    public void keepNotesBack(boolean now) {
        keepsNotesBack = now;
    }

    private void handOver(HttpExchange exchange) throws IOException {
        try (exchange) {
            ObjectNode answer = JSON.createObjectNode();
            ArrayNode found = answer.putArray("notes");
            for (JsonNode wanted : JSON.readTree(exchange.getRequestBody()).get("notes")) {
                String id = wanted.get("noteId").asText();
                if (notes.containsKey(id)) {
                    found.addObject()
                            .put("messageId", wanted.get("messageId").asText())
                            .put("noteId", id)
                            .put("note", notes.get(id));
                }
            }
            byte[] body = JSON.writeValueAsBytes(answer);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(keepsNotesBack ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
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
