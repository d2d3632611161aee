package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.local.callsuite.Answer;
import io.consentry.local.callsuite.ConsentEventStream;
import io.consentry.local.playdemo.Sample;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that is refused says what and where, through the gateway, and nothing is a fault of the suite. */
@ExtendWith(SharedSuite.class)
class RefusalsIT {

    private SharedSuite.Running suite;
    private TestPractice practice;

    @BeforeEach
    void openPractice(SharedSuite.Running running) throws Exception {
        suite = running;
        practice = new TestPractice(running).optIn();
    }

    @Test
    void send_isRefused_fromTheMomentTheOptOutIsAnswered() throws Exception {
        assertThat(practice.send(Sample.PHARMACY_FIRST.written()).status()).isEqualTo(202);
        assertThat(practice.decide("", "opted-out").status()).isEqualTo(200);
        for (int i = 0; i < 5; i++) {
            Answer refused = practice.send(Sample.PHARMACY_FIRST.written());
            refusedAs(409, "practice-opted-out", refused);
            assertThat(refused.text("/itkCode")).isEqualTo("20010");
            assertThat(refused.text("/fallback/id")).isNotEmpty();
        }
        practice.decide("", "opted-in");
        assertThat(practice.send(Sample.PHARMACY_FIRST.written()).status()).isEqualTo(202);
    }

    @Test
    void send_isRefused_whenOnlyTheServiceIsOut() throws Exception {
        practice.decide("/contraception", "opted-out");
        refusedAs(409, "practice-opted-out", practice.send(Sample.CONTRACEPTION.written()));
        assertThat(practice.send(Sample.PHARMACY_FIRST.written()).status()).isEqualTo(202);
    }

    @Test
    void switch_isMovedByNobodyElse_andEveryAttemptIsRecorded() throws Exception {
        List<String> others = List.of(
                suite.tokens().of("operator", "OPS01"),
                suite.tokens().of("data-controller", "Z99999"),
                practice.token("practice"),
                practice.pharmacy(),
                suite.tokens().of("auditor", "AUD01"),
                suite.tokens().of("programme", "NAT01"));
        for (String other : others) {
            refusedAs(403, "only-the-practice-decides", practice.decide(other, "", "opted-out"));
        }
        try (ConsentEventStream events = suite.gateway()
                .consentEvents("?practice=" + practice.ods(), suite.tokens().of("auditor", "AUD01"))) {
            assertThat(events.lines().filter(line -> line.contains("\"OverrideAttempted\"")))
                    .hasSize(others.size());
        }
        assertThat(practice.send(Sample.PHARMACY_FIRST.written()).status()).isEqualTo(202);
    }

    @Test
    void sameMessage_givesTheSameId_andOtherContentUnderItIsRefused() throws Exception {
        byte[] message = Sample.PHARMACY_FIRST.written();
        Answer first = practice.send(message);
        Answer again = practice.send(message);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.header("Idempotent-Replay")).contains("true");

        byte[] other = text(message).replace("37.1", "38.4").getBytes(StandardCharsets.UTF_8);
        Answer refused = practice.send(other);
        refusedAs(409, "duplicate-message", refused);
        assertThat(refused.text("/itkCode")).isEqualTo("20007");
    }

    @Test
    void badMessages_areRefusedByName() throws Exception {
        String good = text(Sample.PHARMACY_FIRST.written());
        refusedAs(400, "unreadable-message", practice.send("plain words".getBytes(StandardCharsets.UTF_8)));
        refusedAs(400, "unreadable-message", practice.send(new byte[0]));
        refusedAs(
                422,
                "invalid-header",
                practice.send("<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"message\"/></Bundle>"
                        .getBytes(StandardCharsets.UTF_8)));
        refusedAs(
                422,
                "invalid-message",
                practice.send(
                        good.replace("2129921000000100", "1577321000000100").getBytes(StandardCharsets.UTF_8)));
        refusedAs(
                415,
                "unsupported-media-type",
                suite.gateway()
                        .sendMessage(
                                practice.ods(),
                                practice.pharmacy(),
                                "text/plain",
                                good.getBytes(StandardCharsets.UTF_8)));
        Answer tooLarge = practice.send(" ".repeat(7_000_000).getBytes(StandardCharsets.UTF_8));
        refusedAs(413, "message-too-large", tooLarge);
    }

    @Test
    void wrongSender_isRefused() throws Exception {
        String stranger = suite.tokens().of("pharmacy", "FX999");
        Answer refused = suite.gateway()
                .sendMessage(practice.ods(), stranger, "application/fhir+xml", Sample.PHARMACY_FIRST.written());
        refusedAs(403, "sender-mismatch", refused);
        assertThat(refused.text("/itkCode")).isEqualTo("20012");
    }

    @Test
    void callers_withoutAGoodToken_areRefused() throws Exception {
        String path = "/practices/" + practice.ods() + "/consent";
        refusedAs(401, "unauthenticated", suite.gateway().get(path, "nonsense"));
        String forged = practice.token("practice").replaceFirst("\\.[^.]+\\.", "." + "e30" + ".");
        refusedAs(401, "unauthenticated", suite.gateway().get(path, forged));
    }

    @Test
    void anotherPracticesItem_isNotThere() throws Exception {
        Answer taken = practice.send(Sample.PHARMACY_FIRST.written());
        String neighbour = suite.tokens().of("practice", "Z99998");
        String item = "/items/" + taken.text("/id");
        refusedAs(404, "not-found", suite.gateway().get("/practices/" + practice.ods() + item, neighbour));
        refusedAs(404, "not-found", suite.gateway().get("/practices/Z99998" + item, neighbour));
        refusedAs(
                404,
                "not-found",
                suite.gateway()
                        .get(
                                "/update-records/" + taken.text("/id"),
                                suite.tokens().of("pharmacy", "FX999")));
    }

    @Test
    void internalPaths_areNotThere() throws Exception {
        for (String token :
                List.of(practice.token("data-controller"), suite.tokens().of("operator", "OPS01"))) {
            assertThat(suite.gateway().get("/internal/events", token).status()).isEqualTo(404);
        }
    }

    private static void refusedAs(int status, String problem, Answer answer) {
        assertThat(answer.status()).as(answer.summary()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.json().toString()).doesNotContain("Exception", "FERNSIDE", "9990001014");
    }

    private static String text(byte[] message) {
        return new String(message, StandardCharsets.UTF_8);
    }
}
