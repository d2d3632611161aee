package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.local.callsuite.Answer;
import io.consentry.local.playdemo.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One of everything that a practice and a pharmacy can have, so that a call which names it is about something that is
 * there: whoever gets 404 for it is kept out, and not only mistaken.
 */
record Belongings(TestPractice practice, Map<String, String> identifiers) {

    private static final Duration SOON = Duration.ofSeconds(60);
    /** What an item has only in some histories, and not in this one: that it replaced another. */
    private static final String NOT_AMONG_THEM = "/items/{id}/replaced";

    /** Makes them anew, since a call that is allowed may use them up. */
    static Belongings make(SharedSuite.Running suite) throws Exception {
        TestPractice practice = new TestPractice(suite).optIn();
        Map<String, String> identifiers = new LinkedHashMap<>();
        identifiers.put("/mandates/", colleagueWithAMandate(suite, practice));
        identifiers.put("/consent/scheduled/", scheduledDecision(suite, practice));
        String message = practice.send(Sample.PHARMACY_FIRST.written()).text("/id");
        identifiers.put("/update-records/", message);
        identifiers.put("/items/", message);
        file(practice, message);
        allowBulkFiling(suite, practice);
        identifiers.put("/fallbacks/", dutyAfterARefusal(practice));
        identifiers.put("/corrections/", dutyAfterARejection(suite, practice));
        identifiers.put(
                "/audit/replays/",
                suite.gateway()
                        .post("/audit/replays", suite.tokens().of("auditor", "AUD01"), "", TestPractice.json())
                        .text("/id"));
        assertThat(identifiers.values()).allSatisfy(id -> assertThat(id).isNotEmpty());
        return new Belongings(practice, identifiers);
    }

    /** Whether a template names one of these, beside or instead of the practice. */
    boolean areNamedBy(String template) {
        return identifiers.keySet().stream().anyMatch(part -> template.contains(part + "{"));
    }

    /** Whether nothing is left in a template that these do not name. */
    boolean nameAllOf(String template) {
        return !path(template).contains(PublishedApi.PLACEHOLDER) && !template.endsWith(NOT_AMONG_THEM);
    }

    /** The path of a template with these in it. */
    String path(String template) {
        Map<String, String> variables = new LinkedHashMap<>(Map.of("ods", practice.ods(), "service", "contraception"));
        identifiers.forEach((part, id) -> {
            int variable = template.indexOf(part + "{");
            if (variable >= 0) {
                int begin = variable + part.length() + 1;
                variables.put(template.substring(begin, template.indexOf('}', begin)), id);
            }
        });
        return PublishedApi.path(template, variables);
    }

    private static String colleagueWithAMandate(SharedSuite.Running suite, TestPractice practice) throws Exception {
        ObjectNode mandate = TestPractice.json().put("holder", "colleague");
        Answer granted = suite.gateway()
                .post("/practices/" + practice.ods() + "/mandates", practice.token("data-controller"), "", mandate);
        assertThat(granted.status()).as(granted.summary()).isEqualTo(200);
        return "colleague";
    }

    private static String scheduledDecision(SharedSuite.Running suite, TestPractice practice) throws Exception {
        String consent = "/practices/" + practice.ods() + "/consent";
        String controller = practice.token("data-controller");
        ObjectNode later = TestPractice.decision("opted-out")
                .put(
                        "effectiveFrom",
                        Instant.now()
                                .plus(9, ChronoUnit.DAYS)
                                .truncatedTo(ChronoUnit.MILLIS)
                                .toString());
        Answer scheduled = suite.gateway().put(consent + "/contraception", controller, later);
        assertThat(scheduled.status()).as(scheduled.summary()).isEqualTo(200);
        return suite.gateway().get(consent + "/scheduled", controller).text("/scheduled/0/id");
    }

    private static void file(TestPractice practice, String message) throws Exception {
        await().atMost(SOON).until(() -> practice.item(message).status() == 200);
        Answer item = practice.item(message);
        ObjectNode filing = TestPractice.json();
        ArrayNode acknowledged = filing.putArray("acknowledge");
        item.json()
                .path("flags")
                .forEach(flag -> acknowledged.add(flag.path("id").asText()));
        Answer filed = practice.act(message, "file", item.header("ETag").orElseThrow(), filing);
        assertThat(filed.status()).as(filed.summary()).isEqualTo(200);
    }

    private static void allowBulkFiling(SharedSuite.Running suite, TestPractice practice) throws Exception {
        String settings = "/practices/" + practice.ods() + "/settings";
        String controller = practice.token("data-controller");
        Answer current = suite.gateway().get(settings, controller);
        ObjectNode changed = TestPractice.json()
                .put("undoSeconds", 1)
                .put("bulkFiling", true)
                .put("patientVisible", true);
        Answer saved =
                suite.gateway().put(settings, controller, current.header("ETag").orElseThrow(), changed);
        assertThat(saved.status()).as(saved.summary()).isEqualTo(200);
    }

    private static String dutyAfterARefusal(TestPractice practice) throws Exception {
        practice.decide("/contraception", "opted-out");
        String duty = practice.send(Sample.CONTRACEPTION.written()).text("/fallback/id");
        practice.decide("/contraception", "opted-in");
        return duty;
    }

    private static String dutyAfterARejection(SharedSuite.Running suite, TestPractice practice) throws Exception {
        String message = practice.send(Sample.PHARMACY_FIRST.written()).text("/id");
        await().atMost(SOON).until(() -> practice.item(message).status() == 200);
        String etag = practice.item(message).header("ETag").orElseThrow();
        Answer rejected = practice.act(
                message,
                "reject",
                etag,
                TestPractice.json().put("reason", "wrong-patient").put("note", "A stranger's consultation"));
        assertThat(rejected.status()).as(rejected.summary()).isEqualTo(200);
        await().atMost(SOON)
                .until(() -> "rejected".equals(practice.message(message).text("/status")));
        assertThat(practice.message(message).text("/timeline/1/note")).isEqualTo("A stranger's consultation");
        for (JsonNode duty : suite.gateway()
                .get("/corrections?status=open&limit=500", practice.pharmacy())
                .json()
                .path("corrections")) {
            if (duty.path("updateRecord").asText().equals(message)) {
                return duty.path("id").asText();
            }
        }
        return "";
    }
}
