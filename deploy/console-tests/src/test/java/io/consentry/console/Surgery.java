package io.consentry.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.local.callsuite.Answer;
import io.consentry.local.playdemo.Sample;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A practice that no other test uses, and the pharmacy that sends to it. */
final class Surgery {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final RunningConsole.Open console;
    private final String ods =
            String.format(Locale.ROOT, "Y%06d", ThreadLocalRandom.current().nextInt(1_000_000));

    Surgery(RunningConsole.Open console) {
        this.console = console;
    }

    String ods() {
        return ods;
    }

    Surgery optIn() throws Exception {
        return optIn(120);
    }

    /** Takes everything, and lets people take decisions back for so many seconds. */
    Surgery optIn(int undoSeconds) throws Exception {
        decide("", "opted-in");
        for (Sample sample : Sample.values()) {
            decide("/" + sample.service(), "opted-in");
        }
        giveTimeToUndo(undoSeconds);
        return this;
    }

    /** The sandbox's three seconds are too few for a browser on a busy machine. */
    private void giveTimeToUndo(int seconds) throws Exception {
        settle(settings -> settings.put("undoSeconds", seconds));
    }

    /** Files of every service only observations, where the reviewer does not say. */
    void fileObservationsOnly() throws Exception {
        settle(settings -> {
            ObjectNode kinds = settings.putObject("preTicked");
            for (Sample sample : Sample.values()) {
                kinds.putArray(sample.service()).add("observation");
            }
        });
    }

    /** Keeps what is filed from patients' online view, where the reviewer does not say. */
    void holdBack() throws Exception {
        settle(settings -> settings.put("patientVisible", false));
    }

    private void settle(Consumer<ObjectNode> change) throws Exception {
        String path = "/practices/" + ods + "/settings";
        String token = console.tokens().of("data-controller", ods, "data-controller-at-" + ods, "Dr Asha Verrall");
        Answer now = console.gateway().get(path, token);
        ObjectNode settings = now.json().deepCopy();
        change.accept(settings);
        Answer answer = console.gateway().put(path, token, now.header("ETag").orElseThrow(), settings);
        assertThat(answer.status()).as(answer.summary()).isEqualTo(200);
    }

    void decide(String service, String decision) throws Exception {
        Answer answer = console.gateway()
                .put(
                        "/practices/" + ods + "/consent" + service,
                        console.tokens().of("data-controller", ods, "data-controller-at-" + ods, "Dr Asha Verrall"),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("decision", decision)
                                .put("reason", "trial"));
        assertThat(answer.status()).as(answer.summary()).isEqualTo(200);
    }

    Answer send(Sample sample, UnaryOperator<String> change) throws Exception {
        byte[] message = change.apply(new String(sample.written(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        return console.gateway()
                .sendMessage(ods, console.tokens().of("pharmacy", Sample.PHARMACY), "application/fhir+xml", message);
    }

    /** Sends, and waits until it stands in the worklist. */
    String receive(Sample sample, UnaryOperator<String> change) throws Exception {
        Answer answer = send(sample, change);
        assertThat(answer.status()).as(answer.summary()).isEqualTo(202);
        String id = answer.text("/id");
        await().atMost(SOON).until(() -> item(id).status() == 200);
        return id;
    }

    /** Sends so many, and waits until all stand in the worklist. */
    void receiveMany(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            int person = i;
            Sample sample = Sample.values()[i % Sample.values().length];
            Answer answer = send(sample, message -> Patients.exchanged(message, person));
            assertThat(answer.status()).as(answer.summary()).isEqualTo(202);
        }
        await().atMost(SOON).until(() -> waiting() >= count);
    }

    private int waiting() throws Exception {
        return console.gateway()
                .get("/practices/" + ods + "/items/counts", console.tokens().of("practice", ods))
                .json()
                .at("/byStatus/pending")
                .asInt();
    }

    String receive(Sample sample) throws Exception {
        return receive(sample, UnaryOperator.identity());
    }

    void reject(String id, String reason) throws Exception {
        act(id, "reject", JsonNodeFactory.instance.objectNode().put("reason", reason));
    }

    /** Files all of it, having seen every warning. */
    void file(String id) throws Exception {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        var seen = request.putArray("acknowledge");
        item(id).json().path("flags").forEach(flag -> seen.add(flag.path("id").asText()));
        act(id, "file", request);
    }

    private void act(String id, String what, ObjectNode request) throws Exception {
        Answer answer = console.gateway()
                .post(
                        "/practices/" + ods + "/items/" + id + "/" + what,
                        console.tokens().of("practice", ods),
                        item(id).header("ETag").orElseThrow(),
                        request);
        assertThat(answer.status()).as(answer.summary()).isEqualTo(200);
    }

    Answer item(String id) throws Exception {
        return console.gateway()
                .get("/practices/" + ods + "/items/" + id, console.tokens().of("practice", ods));
    }
}
