package io.consentry.ingest.neighbours;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.consentry.testing.StandInThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Answers {@code POST /internal/decisions} as the consent service does, and can be away, slow or wrong. */
public final class ConsentServer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Long> optedIn = new ConcurrentHashMap<>();
    private final Map<String, Long> optedOut = new ConcurrentHashMap<>();
    private final Map<String, String> added = new ConcurrentHashMap<>();
    private final Map<String, String> modes = new ConcurrentHashMap<>();
    private final Set<String> unlisted = ConcurrentHashMap.newKeySet();
    private final Set<String> senseless = ConcurrentHashMap.newKeySet();
    private final AtomicLong position = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;
    private volatile int status = 200;
    private HttpServer server;
    private int port;

    void start() {
        comeBack();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** The practice decides; returns the position of its event. */
    public long optIn(String practice) {
        long at = position.incrementAndGet();
        optedOut.remove(practice);
        optedIn.put(practice, at);
        return at;
    }

    public long optOut(String practice) {
        long at = position.incrementAndGet();
        optedIn.remove(practice);
        optedOut.put(practice, at);
        return at;
    }

    /** Answers about this practice what nobody understands, until it is told to do so no more. */
    public void makeNoSense(String practice, boolean none) {
        if (none) {
            senseless.add(practice);
        } else {
            senseless.remove(practice);
        }
    }

    /** The directory does not list the practice, or no longer. */
    public void unlist(String practice) {
        unlisted.add(practice);
    }

    /** A service comes into the catalogue. */
    public void addService(String key, String code) {
        added.put(code, key);
    }

    /** A mode of a safeguard is recorded. */
    public void record(String safeguard, String mode) {
        modes.put(safeguard, mode);
    }

    public int timesAsked() {
        return asked.get();
    }

    public void answersAfter(Duration time) {
        delay = time;
    }

    public void answersWith(int newStatus) {
        status = newStatus;
    }

    /** Refuses connections, as a stopped process does. */
    public synchronized void goAway() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** Is there again, well and quick. */
    public synchronized void comeBack() {
        delay = Duration.ZERO;
        status = 200;
        if (server != null) {
            return;
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            port = server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(StandInThreads.named("consent-server"));
        server.createContext("/internal/decisions", this::decide);
        server.createContext("/internal/catalogue", this::list);
        server.createContext("/internal/safeguards", this::listModes);
        server.start();
    }

    private void decide(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode questions = JSON.readTree(exchange.getRequestBody()).get("questions");
            asked.incrementAndGet();
            sleep();
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            int answerStatus = token != null && token.startsWith("Bearer ") ? status : 401;
            answer(exchange, answerStatus, answers(questions));
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        try (exchange) {
            ObjectNode catalogue = JSON.createObjectNode();
            ArrayNode services = catalogue.putArray("services");
            added.forEach((code, key) -> {
                ObjectNode service = services.addObject();
                service.put("key", key).put("notice", "n1").putArray("codes").add(code);
            });
            answer(exchange, status, catalogue);
        }
    }

    private void listModes(HttpExchange exchange) throws IOException {
        try (exchange) {
            ObjectNode recorded = JSON.createObjectNode();
            ArrayNode list = recorded.putArray("safeguards");
            modes.forEach((name, mode) -> list.addObject().put("name", name).put("mode", mode));
            answer(exchange, status, recorded);
        }
    }

    private static void answer(HttpExchange exchange, int answerStatus, ObjectNode answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answerStatus, body.length);
        exchange.getResponseBody().write(body);
    }

    private ObjectNode answers(JsonNode questions) {
        ObjectNode answers = JSON.createObjectNode();
        ArrayNode list = answers.putArray("answers");
        for (JsonNode question : questions) {
            String practice = question.get("practice").asText();
            Long in = optedIn.get(practice);
            ObjectNode answer = list.addObject();
            answer.put("practice", practice);
            answer.put("service", question.get("service").asText());
            String decided = in == null ? "opted-out" : "opted-in";
            String understood = unlisted.contains(practice) ? "unknown-practice" : decided;
            answer.put("outcome", senseless.contains(practice) ? "perhaps" : understood);
            answer.put("position", in == null ? optedOut.getOrDefault(practice, 0L) : in);
            answer.put("at", Instant.now().toString());
        }
        return answers;
    }

    private void sleep() {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
