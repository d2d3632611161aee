package io.consentry.ingest.receivemessage;

import static io.consentry.ingest.Sending.send;
import static io.consentry.ingest.Sending.xml;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.consentry.ingest.MalformedMessages;
import io.consentry.ingest.Samples;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hl7.fhir.dstu3.model.Attachment;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.MessageHeader;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Organization;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.Quantity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class ReceiveMessageResourceTest {

    private static final String PRACTICE = "Z00001";

    private long decision;

    @BeforeEach
    void thePracticeIsIn() {
        Neighbours.CONSENT.comeBack();
        decision = Neighbours.CONSENT.optIn(PRACTICE);
    }

    @Test
    void accepts_andNamesTheDecisionThatLetItIn() throws Exception {
        byte[] message = Samples.unique(Samples.CONTRACEPTION);

        String id = xml(PRACTICE, message)
                .statusCode(202)
                .header("Location", startsWith("/update-records/"))
                .body("status", equalTo("pending"))
                .body("decision.outcome", equalTo("opted-in"))
                .body("decision.position", equalTo((int) decision))
                .body("decision.at", notNullValue())
                .body("flags.rule", contains("pregnancy", "pregnancy-with-medicine"))
                .body("flags[0].acknowledge", equalTo(true))
                .extract()
                .path("id");

        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        assertThat(Tables.count("select count(*) from feed_event where subject = ?", id))
                .isEqualTo(1);
    }

    @Test
    void accepts_jsonAsWell() {
        send(PRACTICE, Samples.toJson(Samples.unique(Samples.BLOOD_PRESSURE)), MalformedMessages.JSON)
                .statusCode(202)
                .body("status", equalTo("pending"));
    }

    @Test
    void accepts_charactersBeyondTheBasicPlane_howeverTheyAreWritten() {
        for (String word : List.of("\\ud83d\\ude00", "\ud83d\ude00")) {
            byte[] message = new String(Samples.toJson(Samples.unique(Samples.PHARMACY_FIRST)), UTF_8)
                    .replace("Heart rate", "Heart rate " + word)
                    .getBytes(UTF_8);
            send(PRACTICE, message, MalformedMessages.JSON).statusCode(202);
        }
    }

    @Test
    void givesTheSameAnswer_toTheSameMessage_evenAfterTheOptOut() {
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);
        String id = xml(PRACTICE, message).statusCode(202).extract().path("id");

        xml(PRACTICE, message)
                .statusCode(200)
                .header("Idempotent-Replay", "true")
                .body("id", equalTo(id))
                .body("decision.position", equalTo((int) decision));
        Neighbours.CONSENT.optOut(PRACTICE);
        xml(PRACTICE, message)
                .statusCode(200)
                .header("Idempotent-Replay", "true")
                .body("id", equalTo(id));
    }

    @Test
    void refusesOtherContent_underTheSameIdentifier() {
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);
        xml(PRACTICE, message).statusCode(202);

        send(PRACTICE, Samples.toJson(message), MalformedMessages.JSON)
                .statusCode(409)
                .body("type", equalTo("/problems/duplicate-message"))
                .body("itkCode", equalTo("20007"));
        Neighbours.CONSENT.optIn("Z00002");
        xml("Z00002", message).statusCode(409).body("itkCode", equalTo("20007"));
    }

    @Test
    void accepts100SendsOfOneMessage_once() throws Exception {
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);
        int senders = 100;
        CyclicBarrier together = new CyclicBarrier(senders);
        ExecutorService pool = Executors.newFixedThreadPool(senders);
        try {
            Callable<List<Object>> send = () -> {
                together.await();
                var answer = xml(PRACTICE, message).extract();
                return List.of(answer.statusCode(), answer.path("id").toString());
            };
            List<Future<List<Object>>> answers =
                    Stream.generate(() -> pool.submit(send)).limit(senders).toList();
            int accepted = 0;
            for (Future<List<Object>> answer : answers) {
                accepted += answer.get().get(0).equals(202) ? 1 : 0;
                assertThat(answer.get().get(0)).isIn(200, 202);
                assertThat(answer.get().get(1)).isEqualTo(answers.get(0).get().get(1));
            }
            assertThat(accepted).isEqualTo(1);
            assertThat(Tables.count(
                            "select count(*) from feed_event where subject = ?",
                            answers.get(0).get().get(1)))
                    .isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void refuses_whenTheDirectoryDoesNotListThePractice_andKeepsNothing() throws Exception {
        Neighbours.CONSENT.unlist("Z00009");
        long messages = Tables.count("select count(*) from message");

        xml("Z00009", Samples.unique(Samples.PHARMACY_FIRST))
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-practice"))
                .body("itkCode", equalTo("20002"));

        assertThat(Tables.count("select count(*) from message")).isEqualTo(messages);
        assertThat(Tables.count("select count(*) from fallback where practice = 'Z00009'"))
                .isZero();
    }

    @Test
    void refuses_whenThePracticeIsOut_opensOneDuty_andKeepsNothingOfTheMessage() throws Exception {
        Neighbours.CONSENT.optOut("Z00003");
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);
        long messages = Tables.count("select count(*) from message");
        long contents = Tables.count("select count(*) from message_content");

        String duty = xml("Z00003", message)
                .statusCode(409)
                .body("type", equalTo("/problems/practice-opted-out"))
                .body("itkCode", equalTo("20010"))
                .body("detail", startsWith("Switched off by the practice"))
                .body("fallback.channel", equalTo("nhsmail-pdf"))
                .body("fallback.address", notNullValue())
                .extract()
                .path("fallback.id");
        xml("Z00003", message).statusCode(409).body("fallback.id", equalTo(duty));

        assertThat(Tables.count("select count(*) from message")).isEqualTo(messages);
        assertThat(Tables.count("select count(*) from message_content")).isEqualTo(contents);
        assertThat(Tables.count(
                        "select count(*) from fallback f where id = ?::uuid and closed_at is null"
                                + " and f::text not like '%SPECIMEN%' and f::text not like '%9990000018%'",
                        duty))
                .isEqualTo(1);
    }

    @Test
    void closesTheDuty_whenTheMessageIsTakenLater() throws Exception {
        Neighbours.CONSENT.optOut("Z00004");
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);
        String duty = xml("Z00004", message).statusCode(409).extract().path("fallback.id");

        Neighbours.CONSENT.optIn("Z00004");
        xml("Z00004", message).statusCode(202);

        assertThat(Tables.count("select count(*) from fallback where id = ?::uuid and closed_by = 'delivery'", duty))
                .isEqualTo(1);
    }

    @Test
    void refusesEveryViolationAtOnce_withoutAWordOfThePatient() {
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST, bundle -> {
            Samples.in(bundle, Patient.class).getIdentifierFirstRep().setValue("9990000019");
            Samples.in(bundle, Organization.class).getIdentifierFirstRep().setValue("A(*)");
            Samples.in(bundle, Composition.class).setConfidentiality(Composition.DocumentConfidentiality.R);
        });

        xml(PRACTICE, message)
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-message"))
                .body("itkCode", equalTo("20009"))
                .body("errors.rule", hasItems("nhs-number-check-digit", "ods-code", "confidentiality"))
                .body("errors.path", hasItem("Bundle.entry[2].resource.entry[0].resource.confidentiality"))
                .body(not(containsString("9990000019")))
                .body(not(containsString("SPECIMEN")));
    }

    @Test
    void refusesAWrongHeader_underItsOwnCode_andTellsTheOtherViolationsToo() {
        xml(PRACTICE, Samples.unique(Samples.PHARMACY_FIRST, header -> Samples.first(header, MessageHeader.class)
                        .getEvent()
                        .setCode("ITK008M")))
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-header"))
                .body("itkCode", equalTo("20006"))
                .body("errors.path", contains("Bundle.entry[0].resource.event"));
        xml(PRACTICE, Samples.unique(Samples.PHARMACY_FIRST, bundle -> {
                    Samples.first(bundle, MessageHeader.class).getExtension().clear();
                    Samples.in(bundle, Patient.class).getIdentifierFirstRep().setValue("9990000019");
                }))
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-header"))
                .body("itkCode", equalTo("20006"))
                .body("errors.rule", contains("message-header", "nhs-number-check-digit"));
    }

    @Test
    void marksAVeryHighBloodPressure_asUrgent() throws Exception {
        byte[] message =
                Samples.unique(Samples.BLOOD_PRESSURE, bundle -> ((Quantity) Samples.in(bundle, Observation.class)
                                .getComponentFirstRep()
                                .getValue())
                        .setValue(180));

        String id = xml(PRACTICE, message)
                .statusCode(202)
                .body("flags.severity", contains("urgent"))
                .extract()
                .path("id");
        assertThat(Tables.count("select count(*) from message where id = ?::uuid and urgent", id))
                .isEqualTo(1);
    }

    @Test
    void refusesAMessage_inAnothersName() {
        send("FXX99", PRACTICE, Samples.unique(Samples.PHARMACY_FIRST), MalformedMessages.XML)
                .statusCode(403)
                .body("type", equalTo("/problems/sender-mismatch"))
                .body("itkCode", equalTo("20012"));
    }

    @Test
    void refusesWhoMayNotSend() {
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);

        given().contentType(MalformedMessages.XML)
                .body(message)
                .post("/practices/Z00001/update-records")
                .then()
                .statusCode(401);
        for (String token : List.of(
                TestTokens.expired("pharmacy", "FQW30"),
                TestTokens.forged("pharmacy", "FQW30"),
                TestTokens.ofService("filing-service"))) {
            given().auth()
                    .oauth2(token)
                    .contentType(MalformedMessages.XML)
                    .body(message)
                    .post("/practices/Z00001/update-records")
                    .then()
                    .statusCode(401);
        }
        for (String role : List.of("practice", "data-controller", "operator", "auditor", "programme")) {
            given().auth()
                    .oauth2(TestTokens.of(role, "FQW30"))
                    .contentType(MalformedMessages.XML)
                    .body(message)
                    .post("/practices/Z00001/update-records")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void refusesOtherMediaTypes_encodings_andPractices() {
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);

        for (String mediaType : List.of("text/plain", "application/pdf", "multipart/form-data", "application/fhir")) {
            send(PRACTICE, message, mediaType)
                    .statusCode(415)
                    .body("type", equalTo("/problems/unsupported-media-type"));
        }
        given().auth()
                .oauth2(TestTokens.of("pharmacy", "FQW30"))
                .header("Content-Encoding", "gzip")
                .contentType(MalformedMessages.XML)
                .body(message)
                .post("/practices/Z00001/update-records")
                .then()
                .statusCode(415);
        xml("not-a-code", message).statusCode(400).body("type", equalTo("/problems/invalid-ods-code"));
    }

    @Test
    void refusesABodyBeyondTheLimit() {
        byte[] huge = new byte[5 * 1024 * 1024 + 1];

        xml(PRACTICE, huge)
                .statusCode(413)
                .body("type", equalTo("/problems/message-too-large"))
                .body("itkCode", equalTo("20015"));
        xml(PRACTICE, Samples.unique(Samples.PHARMACY_FIRST)).statusCode(202);
    }

    @Test
    void takesAnAttachmentOfSeveralMegabytes() {
        byte[] message = Samples.unique(Samples.BLOOD_PRESSURE, bundle -> Samples.document(bundle).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .filter(observation -> observation.getValue() instanceof Attachment)
                .forEach(observation -> ((Attachment) observation.getValue()).setData(new byte[3_000_000])));

        xml(PRACTICE, message).statusCode(202);
        send(PRACTICE, Samples.toJson(Samples.unique(Samples.BLOOD_PRESSURE)), MalformedMessages.JSON)
                .statusCode(202);
    }

    static List<MalformedMessages.Malformed> malformed() {
        return MalformedMessages.all();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refuses_whatIsNoMessage(MalformedMessages.Malformed malformed) {
        int status = send(PRACTICE, malformed.body(), malformed.mediaType())
                .header("Content-Type", startsWith("application/problem+json"))
                .body("type", startsWith("/problems/"))
                .body("detail", notNullValue())
                .body(not(containsString("SPECIMEN")))
                .body(not(containsString("Exception")))
                .extract()
                .statusCode();

        assertThat(status).isIn(400, 422);
    }
}
