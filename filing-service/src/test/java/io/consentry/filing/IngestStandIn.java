package io.consentry.filing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.consentry.consultation.Consultation;
import io.consentry.events.MessageAccepted;
import io.consentry.events.PublishedEvent;
import io.consentry.feed.CloudEventBatch;
import io.consentry.feed.NumberedEvent;
import io.consentry.testing.StandInThreads;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An ingest service that speaks the internal contract over real HTTP and has received what a test says. */
public class IngestStandIn implements QuarkusTestResourceLifecycleManager {

    static final String ORIGINAL_TYPE = "application/fhir+xml;charset=UTF-8";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<NumberedEvent> FEED = new CopyOnWriteArrayList<>();
    private static final Map<String, Consultation> CONSULTATIONS = new ConcurrentHashMap<>();
    private static final Map<String, byte[]> ORIGINALS = new ConcurrentHashMap<>();

    private static final Set<String> OPTED_OUT = ConcurrentHashMap.newKeySet();
    private static final Set<String> ASKED_ABOUT = ConcurrentHashMap.newKeySet();

    private @Nullable HttpServer server;

    /** The practice opts out of everything. */
    static void optOut(String practice) {
        OPTED_OUT.add(practice);
    }

    /** Whether anybody has asked what the practice decided. */
    static boolean wasAskedAbout(String practice) {
        return ASKED_ABOUT.contains(practice);
    }

    /** The message is accepted: announced, readable, and there as received. */
    static synchronized void accept(MessageAccepted message, Consultation consultation, byte[] original) {
        CONSULTATIONS.put(message.messageId(), consultation);
        ORIGINALS.put(message.messageId(), original);
        announce(message);
    }

    /** Something is announced: a message, again or without content, or that it is taken back. */
    static synchronized void announce(PublishedEvent event) {
        FEED.add(new NumberedEvent(FEED.size() + 1L, UUID.randomUUID(), event));
    }

    /** The content of a message comes to light later. */
    static void reveal(String messageId, Consultation consultation) {
        CONSULTATIONS.put(messageId, consultation);
    }

    static int announced() {
        return FEED.size();
    }

    @Override
    public Map<String, String> start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.setExecutor(StandInThreads.named("ingest-stand-in"));
            http.createContext("/internal/events", guarded(this::events));
            http.createContext("/internal/consultations", guarded(this::consultations));
            http.createContext("/internal/originals/", guarded(this::original));
            http.createContext("/internal/decisions", guarded(this::decisions));
            http.start();
            server = http;
            return Map.of(
                    "consentry.ingest.url",
                    "http://127.0.0.1:" + http.getAddress().getPort(),
                    "consentry.consent.url",
                    "http://127.0.0.1:" + http.getAddress().getPort(),
                    "consentry.encryption.key",
                    Base64.getEncoder().encodeToString(new byte[32]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void events(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        long after = Long.parseLong(query.replaceAll(".*after=(\\d+).*", "$1"));
        List<NumberedEvent> events = FEED.stream()
                .filter(event -> event.position() > after)
                .limit(200)
                .toList();
        if (events.isEmpty()) {
            pause();
        }
        answer(exchange, 200, CloudEventBatch.MEDIA_TYPE, CloudEventBatch.write(URI.create("/ingest"), events));
    }

    private void consultations(HttpExchange exchange) throws IOException {
        ArrayNode found = MAPPER.createArrayNode();
        for (JsonNode id : MAPPER.readTree(exchange.getRequestBody()).get("ids")) {
            Consultation consultation = CONSULTATIONS.get(id.asText());
            if (consultation != null) {
                found.addObject().put("id", id.asText()).set("consultation", MAPPER.valueToTree(consultation));
            }
        }
        answer(
                exchange,
                200,
                "application/json",
                MAPPER.writeValueAsBytes(MAPPER.createObjectNode().set("consultations", found)));
    }

    private void original(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] original = ORIGINALS.get(path.substring(path.lastIndexOf('/') + 1));
        if (original == null) {
            answer(exchange, 404, "text/plain", "gone".getBytes(StandardCharsets.UTF_8));
        } else {
            answer(exchange, 200, ORIGINAL_TYPE, original);
        }
    }

    /** What the consent service answers: opted in, except for whoever opted out. */
    private void decisions(HttpExchange exchange) throws IOException {
        ArrayNode answers = MAPPER.createArrayNode();
        for (JsonNode question : MAPPER.readTree(exchange.getRequestBody()).get("questions")) {
            ASKED_ABOUT.add(question.get("practice").asText());
            answers.addObject()
                    .put("practice", question.get("practice").asText())
                    .put("service", question.get("service").asText())
                    .put("outcome", OPTED_OUT.contains(question.get("practice").asText()) ? "opted-out" : "opted-in")
                    .put("position", 12)
                    .put("at", "2026-03-02T09:30:00Z");
        }
        answer(
                exchange,
                200,
                "application/json",
                MAPPER.writeValueAsBytes(MAPPER.createObjectNode().set("answers", answers)));
    }

    /** Whoever comes without a service's token gets nothing. */
    private static HttpHandler guarded(HttpHandler handler) {
        return exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (authorization == null || !authorization.startsWith("Bearer ey")) {
                answer(exchange, 401, "text/plain", new byte[0]);
            } else {
                handler.handle(exchange);
            }
        };
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
