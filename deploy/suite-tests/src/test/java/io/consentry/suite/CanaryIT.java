package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.local.callsuite.Answer;
import io.consentry.local.place.ServiceName;
import io.consentry.suite.Door.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A patient who exists nowhere else goes every way through the suite, the wrong ones too; afterwards nothing of them
 * stands in any log, name of a file, metric, refusal or header, nor in any table outside what is encrypted.
 */
@ExtendWith(SharedSuite.class)
class CanaryIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String XML = "application/fhir+xml";

    private final Canary canary = Canary.hatch();
    private final List<String> leaks = new ArrayList<>();

    @Test
    void nothingOfAPatient_isLeftAnywhere_outsideWhatIsEncrypted(SharedSuite.Running suite) throws Exception {
        Door gateway = Door.of(ServiceName.GATEWAY, suite.ports());
        TestPractice practice = new TestPractice(suite).optIn();

        List<String> taken = sendWellAndBadly(suite, gateway, practice);
        review(gateway, practice, taken);
        askWrongly(gateway, practice, taken.get(0));

        assertThat(leaks).as("in refusals and headers").isEmpty();
        assertThat(Remains.search(suite, canary.traces())).isEmpty();
        thatWouldHaveBeenFound(suite, practice);
    }

    /** The control: what is no secret, and came the same ways, is found in all these places. */
    private static void thatWouldHaveBeenFound(SharedSuite.Running suite, TestPractice practice) throws Exception {
        String places = String.join(
                "\n", Remains.search(suite, Map.of("practice", practice.ods().getBytes(StandardCharsets.US_ASCII))));
        assertThat(places).contains("gateway.log", " of ingest", " of consent", " of filing", "/pg_wal/");
        String debugging = String.join(
                "\n",
                Remains.search(suite, Map.of("level", "\"level\":\"DEBUG\"".getBytes(StandardCharsets.US_ASCII))));
        assertThat(debugging)
                .contains("gateway.log", "ingest-service.log", "consent-service.log", "filing-service.log");
    }

    private List<String> sendWellAndBadly(SharedSuite.Running suite, Door gateway, TestPractice practice)
            throws Exception {
        List<String> taken = new ArrayList<>();
        byte[] message = canary.message();
        taken.add(accepted(practice.send(message)));
        taken.add(accepted(practice.send(canary.message())));
        assertThat(practice.send(message).status()).isEqualTo(200);

        send(gateway, practice, XML, text(message).replace("37.1", "38.4"), 409);
        sendMalformed(gateway, practice);
        send(gateway, practice, "application/" + canary.surname(), text(canary.message()), 415);
        send(gateway, practice, XML, text(canary.message()) + " ".repeat(7_000_000), 413);
        send(gateway, new TestPractice(suite).optOut(), XML, text(canary.message()), 409);
        Reply stranger = gateway.call(
                "POST",
                "/practices/" + practice.ods() + "/update-records",
                suite.tokens().of("pharmacy", "FX999"),
                Map.of("Content-Type", XML),
                canary.message());
        refused(stranger, 403);

        suite.suite().stopService(ServiceName.CONSENT);
        Answer held = practice.send(canary.message());
        assertThat(held.text("/status")).isEqualTo("held");
        suite.restart(ServiceName.CONSENT);
        taken.add(held.text("/id"));
        return taken;
    }

    private void sendMalformed(Door gateway, TestPractice practice) throws Exception {
        String json = "application/fhir+json";
        String name = canary.surname();
        String text = text(canary.message());
        send(gateway, practice, XML, text.substring(0, text.length() / 2), 400);
        send(gateway, practice, XML, "<" + name + "/>" + text, 400);
        send(gateway, practice, XML, text.replace("<Patient>", "<" + name + ">"), 400);
        send(gateway, practice, json, "{\"" + name + "\": " + canary.freeText(), 400);
        send(gateway, practice, json, "{\"resourceType\": \"" + name + "\"}", 400, 422);
        for (String replaced : List.of("urn:uuid:", "2129921000000100", "1989-04-17", "urine", "female")) {
            send(gateway, practice, XML, text(canary.message()).replace(replaced, name), 202, 400, 422);
        }
    }

    private static String text(byte[] message) {
        return new String(message, StandardCharsets.UTF_8);
    }

    private void review(Door gateway, TestPractice practice, List<String> taken) throws Exception {
        await().atMost(SOON).untilAsserted(() -> assertThat(practice.worklist()).containsAll(taken));
        String items = "/practices/" + practice.ods() + "/items";
        for (ObjectNode search : List.of(
                TestPractice.json().put("surname", canary.surname()),
                TestPractice.json().put("nhsNumber", canary.nhsNumber()))) {
            assertThat(post(gateway, practice, items + "/search", "*", search.toString())
                            .status())
                    .isEqualTo(200);
        }
        Answer item = practice.item(taken.get(0));
        assertThat(item.json().toString()).contains(canary.surname(), canary.nhsNumber(), canary.freeText());
        String note = canary.freeText() + " was said by " + canary.surname();
        act(practice, taken.get(0), "note", TestPractice.json().put("note", note));
        ObjectNode filing = TestPractice.json().put("note", note);
        item.json().path("flags").forEach(flag -> filing.withArray("acknowledge")
                .add(flag.path("id").asText()));
        act(practice, taken.get(0), "file", filing);
        act(
                practice,
                taken.get(1),
                "reject",
                TestPractice.json().put("reason", "incomplete").put("note", note));
        for (String view : List.of("/original", "/changes", "/history", "/openings", "/filed")) {
            Reply reply =
                    gateway.call("GET", items + "/" + taken.get(0) + view, practice.token("practice"), Map.of(), null);
            assertThat(reply.status()).as(view).isIn(200, 404);
            headersAreClean(reply);
        }
        // Until the sender has been told, which is the last way that anything of it goes.
        await().atMost(SOON).untilAsserted(() -> assertThat(List.of(
                        practice.message(taken.get(0)).text("/status"),
                        practice.message(taken.get(1)).text("/status")))
                .containsExactly("filed", "rejected"));
    }

    /** What a person or a program might write where it does not belong. */
    private void askWrongly(Door gateway, TestPractice practice, String id) throws Exception {
        String items = "/practices/" + practice.ods() + "/items";
        String name = canary.surname();
        refused(post(gateway, practice, items + "/search", "*", "{\"surname\": \"" + name + "\", \"" + name), 400);
        refused(post(gateway, practice, items + "/search", "*", "{\"" + name + "\": 1}"), 400);
        refused(
                post(gateway, practice, items + "/search", "*", "{\"nhsNumber\": \"" + canary.nhsNumber() + "9\"}"),
                400);
        refused(post(gateway, practice, items + "/" + id + "/file", "\"" + name + "\"", "{}"), 400, 412);
        refused(post(gateway, practice, items + "/" + id + "/file", "\"1\"", "{\"exclude\": \"" + name + "\"}"), 400);
        refused(post(gateway, practice, items + "/" + id + "/reject", "\"1\"", "{\"reason\": \"" + name + "\"}"), 400);
        refused(
                post(
                        gateway,
                        practice,
                        items + "/" + id + "/note",
                        "\"1\"",
                        "{\"note\": \"" + name.repeat(400) + "\"}"),
                400);
        refused(
                post(
                        gateway,
                        practice,
                        items + "/" + id + "/assign",
                        "\"1\"",
                        "{\"to\": \"" + canary.nhsNumber() + "\"}"),
                400);
        refused(get(gateway, practice, items + "?status=" + name), 400);
        refused(get(gateway, practice, items + "?next=" + name), 400);
        refused(get(gateway, practice, items + "/" + name), 404);
        refused(get(gateway, practice, "/" + name), 404);
        refused(get(gateway, practice, "/practices/" + name + "/items"), 404);
        ObjectNode decision = TestPractice.decision("opted-in").put("note", "About " + canary.nhsNumber());
        String consent = "/practices/" + practice.ods() + "/consent";
        refused(put(gateway, practice, consent, decision.toString()), 422);
        refused(
                put(
                        gateway,
                        practice,
                        consent,
                        decision.put("note", "").put("reason", name).toString()),
                422);
        refused(
                put(
                        gateway,
                        practice,
                        consent + "/" + name,
                        decision.put("reason", "trial").toString()),
                422);
        Map<String, String> headers = Map.of("X-Request-ID", name + " " + name, "Accept", "text/" + name);
        headersAreClean(gateway.call("GET", items, practice.token("practice"), headers, null));
    }

    private static String accepted(Answer answer) {
        assertThat(answer.status()).as(answer.summary()).isEqualTo(202);
        return answer.text("/id");
    }

    private static void act(TestPractice practice, String id, String what, ObjectNode body) throws Exception {
        String version = practice.item(id).header("ETag").orElseThrow();
        Answer answer = practice.act(id, what, version, body);
        assertThat(answer.status()).as(what + " " + answer.summary()).isEqualTo(200);
    }

    private void send(Door gateway, TestPractice practice, String type, String message, Integer... statuses)
            throws Exception {
        byte[] body = message.getBytes(StandardCharsets.UTF_8);
        String path = "/practices/" + practice.ods() + "/update-records";
        refused(gateway.call("POST", path, practice.pharmacy(), Map.of("Content-Type", type), body), statuses);
    }

    private static Reply post(Door gateway, TestPractice practice, String path, String version, String body)
            throws Exception {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "If-Match", version);
        return gateway.call("POST", path, practice.token("practice"), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply put(Door gateway, TestPractice practice, String path, String body) throws Exception {
        Map<String, String> headers = Map.of("Content-Type", "application/json");
        return gateway.call(
                "PUT", path, practice.token("data-controller"), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply get(Door gateway, TestPractice practice, String path) throws Exception {
        return gateway.call("GET", path, practice.token("practice"), Map.of(), null);
    }

    private void refused(Reply reply, Integer... statuses) {
        assertThat(reply.status()).as(reply.response().uri() + " " + reply).isIn((Object[]) statuses);
        Remains.in(reply.refusal(), canary.traces()).forEach(what -> leaks.add(what + " in the refusal " + reply));
        headersAreClean(reply);
    }

    private void headersAreClean(Reply reply) {
        byte[] headers = reply.response().headers().map().toString().getBytes(StandardCharsets.UTF_8);
        Remains.in(headers, canary.traces()).forEach(what -> leaks.add(what + " in the headers of " + reply));
    }
}
