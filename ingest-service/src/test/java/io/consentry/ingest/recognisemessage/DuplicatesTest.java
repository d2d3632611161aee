package io.consentry.ingest.recognisemessage;

import static io.consentry.ingest.Sending.send;
import static io.consentry.ingest.Sending.xml;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.consentry.ingest.MalformedMessages;
import io.consentry.ingest.Samples;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.Organization;
import org.hl7.fhir.dstu3.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class DuplicatesTest {

    private static final String PRACTICE = "DUPL01";

    private final String nhsNumber = Samples.anyNhsNumber();

    @BeforeEach
    void thePracticeIsIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
    }

    @Test
    void theSameDocument_isRefusedUnderAnotherMessageIdentifier_with20008() throws SQLException {
        byte[] message = about(bundle -> {});
        xml(PRACTICE, message).statusCode(202);

        xml(PRACTICE, anew(message))
                .statusCode(409)
                .body("type", equalTo("/problems/duplicate-document"))
                .body("itkCode", equalTo("20008"))
                .body("errors.rule", contains("duplicate-document"));
        xml(PRACTICE, message).statusCode(200);
        Neighbours.CONSENT.optIn("DUPL02");
        xml("DUPL02", anew(message)).statusCode(202);
    }

    @Test
    void ofOneDocumentSentAtOnceUnderManyIdentifiers_oneIsKept() throws SQLException {
        byte[] message = about(bundle -> {});
        long before = kept();

        List<Integer> answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> xml(PRACTICE, anew(message)).extract().statusCode())
                .toList();

        assertThat(answers).containsOnlyOnce(202).allMatch(status -> status == 202 || status == 409);
        assertThat(kept() - before).isEqualTo(1);
    }

    @Test
    void aSecondMessageOfTheDay_isFlaggedToTheReviewer_whoeverSentTheFirst_andNotToItsSender() {
        xml(PRACTICE, about(bundle -> {})).statusCode(202);
        String second = send("FDUP02", PRACTICE, about(bundle -> sender(bundle, "FDUP02")), MalformedMessages.XML)
                .statusCode(202)
                .body("flags.rule", not(hasItem("possible-duplicate")))
                .extract()
                .path("id");
        shared(second).body("consultations[0].consultation.flags.rule", hasItem("possible-duplicate"));
    }

    @Test
    void nobodyLearns_byCountingAtTheRules_thatAPatientWasElsewhere() {
        xml(PRACTICE, about(bundle -> {})).statusCode(202);
        int before = counted("operator");
        send("FDUP02", PRACTICE, about(bundle -> sender(bundle, "FDUP02")), MalformedMessages.XML)
                .statusCode(202);

        assertThat(counted("operator")).isEqualTo(before + 1);
        assertThat(counted("pharmacy")).isNull();
    }

    private static Integer counted(String role) {
        return given().auth()
                .oauth2(TestTokens.of(role, "FDUP02"))
                .get("/rules")
                .then()
                .statusCode(200)
                .extract()
                .path("rules.find { it.name == 'possible-duplicate' }.brokenSinceStart");
    }

    @Test
    void anotherPatient_orAnotherService_isNoDuplicate() {
        xml(PRACTICE, about(bundle -> {})).statusCode(202);
        String other = xml(PRACTICE, Samples.unique(Samples.PHARMACY_FIRST))
                .statusCode(202)
                .extract()
                .path("id");
        String service = xml(PRACTICE, Samples.unique(Samples.BLOOD_PRESSURE, bundle -> patient(bundle, nhsNumber)))
                .statusCode(202)
                .extract()
                .path("id");
        for (String id : List.of(other, service)) {
            shared(id).body("consultations[0].consultation.flags.rule", not(hasItem("possible-duplicate")));
        }
    }

    @Test
    void noHash_canBeReadOrCompared_acrossPractices() throws SQLException {
        Neighbours.CONSENT.optIn("DUPL03");
        xml(PRACTICE, about(bundle -> {})).statusCode(202);
        xml("DUPL03", about(bundle -> {})).statusCode(202);

        assertThat(Tables.count("""
                        select count(*) from message_content a join message_content b on a.patient = b.patient
                        join message m on m.id = a.message_id join message n on n.id = b.message_id
                        where m.practice <> n.practice""")).isZero();
        assertThat(Tables.count(
                        "select count(*) from message_content where position(?::bytea in patient) > 0",
                        nhsNumber.getBytes(StandardCharsets.UTF_8)))
                .isZero();
    }

    private byte[] about(Consumer<Bundle> change) {
        return Samples.unique(Samples.PHARMACY_FIRST, bundle -> {
            patient(bundle, nhsNumber);
            change.accept(bundle);
        });
    }

    private static void patient(Bundle bundle, String nhsNumber) {
        Samples.in(bundle, Patient.class).getIdentifierFirstRep().setValue(nhsNumber);
    }

    private static void sender(Bundle bundle, String ods) {
        Samples.first(bundle, Organization.class).getIdentifierFirstRep().setValue(ods);
    }

    /** The same under another identifier of the message. */
    private static byte[] anew(byte[] message) {
        return new String(message, StandardCharsets.UTF_8)
                .replaceFirst("(<identifier>.*?<value value=\")[^\"]+", "$1" + UUID.randomUUID())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static long kept() throws SQLException {
        return Tables.count("select count(*) from message where practice = ?", PRACTICE);
    }

    private static ValidatableResponse shared(String id) {
        return given().auth()
                .oauth2(TestTokens.ofService("filing-service"))
                .contentType("application/json")
                .body("{\"ids\": [\"" + id + "\"]}")
                .post("/internal/consultations")
                .then()
                .statusCode(200);
    }
}
