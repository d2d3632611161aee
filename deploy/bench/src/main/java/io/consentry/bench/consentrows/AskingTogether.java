package io.consentry.bench.consentrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.bench.callservice.HttpConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks with as many calls at once as the ingest service has at most, which are two: each takes all questions that have
 * gathered, and none joins a call that was sent.
 */
final class AskingTogether implements AutoCloseable {

    private static final int CALLS_AT_ONCE = 2;
    private static final int MOST_IN_A_CALL = 1000;
    private static final int PATIENCE_SECONDS = 30;
    private static final String SERVICE = "contraception";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Asked(String practice, CompletableFuture<String> answer) {}

    private final BlockingQueue<Asked> waiting = new LinkedBlockingQueue<>();
    private final ExecutorService calls = Executors.newFixedThreadPool(CALLS_AT_ONCE);
    private final List<HttpConnection> connections = new ArrayList<>();
    private final String token;

    AskingTogether(int port, String token) throws IOException {
        this.token = token;
        for (int call = 0; call < CALLS_AT_ONCE; call++) {
            HttpConnection connection = new HttpConnection(port);
            connections.add(connection);
            calls.submit(() -> callForEver(connection));
        }
    }

    /** The outcome for one practice. */
    String ask(String practice) throws InterruptedException, ExecutionException, TimeoutException {
        Asked asked = new Asked(practice, new CompletableFuture<>());
        waiting.add(asked);
        return asked.answer().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void callForEver(HttpConnection connection) {
        List<Asked> together = new ArrayList<>();
        try {
            while (true) {
                together.clear();
                together.add(waiting.take());
                waiting.drainTo(together, MOST_IN_A_CALL - 1);
                call(connection, together);
            }
        } catch (IOException e) {
            together.forEach(asked -> asked.answer().completeExceptionally(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void call(HttpConnection connection, List<Asked> together) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode questions = body.putArray("questions");
        together.forEach(
                asked -> questions.addObject().put("practice", asked.practice()).put("service", SERVICE));
        byte[] request = HttpConnection.request(
                "POST", "/internal/decisions", token, "Content-Type: application/json\r\n", body.toString());
        JsonNode answers =
                JSON.readTree(connection.send(request).readAllBytes()).path("answers");
        for (int i = 0; i < together.size(); i++) {
            Asked asked = together.get(i);
            JsonNode answer = answers.path(i);
            String outcome = answer.path("outcome").asText();
            if (!answer.path("practice").asText().equals(asked.practice()) || !outcome.startsWith("opted-")) {
                throw new IOException("No decision about " + asked.practice() + ": " + answer);
            }
            asked.answer().complete(outcome);
        }
    }

    @Override
    public void close() throws IOException {
        calls.shutdownNow();
        for (HttpConnection connection : connections) {
            connection.close();
        }
    }
}
