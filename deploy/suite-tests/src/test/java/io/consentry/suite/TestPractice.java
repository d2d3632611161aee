package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.local.callsuite.Answer;
import io.consentry.local.callsuite.Gateway;
import io.consentry.local.issuetoken.LocalTokens;
import io.consentry.local.playdemo.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** A practice that no other test uses, its people, and the pharmacy that sends to it. */
final class TestPractice {

    private static final String XML = "application/fhir+xml";

    private final Gateway gateway;
    private final LocalTokens tokens;
    private final String ods =
            String.format(Locale.ROOT, "Y%06d", ThreadLocalRandom.current().nextInt(1_000_000));

    TestPractice(SharedSuite.Running suite) {
        this(suite.gateway(), suite.tokens());
    }

    TestPractice(Gateway gateway, LocalTokens tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
    }

    String ods() {
        return ods;
    }

    String token(String role) {
        return tokens.of(role, ods);
    }

    String pharmacy() {
        return tokens.of("pharmacy", Sample.PHARMACY);
    }

    /** Opts in: the master switch, and the services of the samples. */
    TestPractice optIn() throws IOException, InterruptedException {
        decided(decide("", "opted-in"));
        for (Sample sample : Sample.values()) {
            decided(decide("/" + sample.service(), "opted-in"));
        }
        return this;
    }

    /** Opts out, so that it is a practice that is known. */
    TestPractice optOut() throws IOException, InterruptedException {
        decided(decide("", "opted-out"));
        return this;
    }

    private static void decided(Answer answer) {
        assertThat(answer.status()).as(answer.summary()).isEqualTo(200);
    }

    Answer decide(String service, String decision) throws IOException, InterruptedException {
        return decide(token("data-controller"), service, decision);
    }

    Answer decide(String token, String service, String decision) throws IOException, InterruptedException {
        return gateway.put("/practices/" + ods + "/consent" + service, token, decision(decision));
    }

    static ObjectNode decision(String decision) {
        return json().put("decision", decision).put("reason", "trial");
    }

    static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }

    Answer send(byte[] message) throws IOException, InterruptedException {
        return gateway.sendMessage(ods, pharmacy(), XML, message);
    }

    Answer message(String id) throws IOException, InterruptedException {
        return gateway.get("/update-records/" + id, pharmacy());
    }

    Answer item(String id) throws IOException, InterruptedException {
        return gateway.get("/practices/" + ods + "/items/" + id, token("practice"));
    }

    /** The message as its item keeps it, in the characters that came. */
    String original(String id) throws IOException, InterruptedException {
        Answer answer = gateway.get("/practices/" + ods + "/items/" + id + "/original", token("practice"));
        assertThat(answer.status()).as(answer.summary()).isEqualTo(200);
        return answer.response().body().toString();
    }

    /** What the practice may read beside the item itself, such as its changes. */
    Answer read(String id, String what) throws IOException, InterruptedException {
        return gateway.get("/practices/" + ods + "/items/" + id + "/" + what, token("practice"));
    }

    Answer act(String id, String what, String etag, ObjectNode body) throws IOException, InterruptedException {
        return gateway.post("/practices/" + ods + "/items/" + id + "/" + what, token("practice"), etag, body);
    }

    /** The ids of the whole worklist, as often as each stands there. */
    List<String> worklist() throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            Answer page = gateway.get("/practices/" + ods + "/items?limit=500" + next, token("practice"));
            assertThat(page.status()).as(page.summary()).isEqualTo(200);
            for (JsonNode item : page.json().path("items")) {
                ids.add(item.path("id").asText());
            }
            next = page.json().hasNonNull("next") ? "&next=" + page.text("/next") : "";
        } while (!next.isEmpty());
        return ids;
    }
}
