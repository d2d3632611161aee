package io.consentry.ingest.receivemessage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import ca.uhn.fhir.context.FhirContext;
import io.consentry.ingest.MalformedMessages;
import io.consentry.ingest.Samples;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.ingest.readmessage.Stu3;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.MessageHeader;
import org.hl7.fhir.dstu3.model.OperationOutcome;
import org.hl7.fhir.dstu3.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class ItkAnswerTest {

    private static final FhirContext FHIR = Stu3.context();

    @BeforeEach
    void thePracticeIsIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn("I00001");
        Neighbours.CONSENT.optOut("I00002");
    }

    @Test
    void success_is20013_andEchoesTheSendersReference() {
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);

        for (String format : List.of(MalformedMessages.XML, MalformedMessages.JSON)) {
            Bundle answer = send("I00001", message, format, format.equals(MalformedMessages.XML) ? 202 : 200);
            MessageHeader header = Samples.first(answer, MessageHeader.class);
            assertThat(header.getEvent().getCode()).isEqualTo("ITK008M");
            assertThat(header.getResponse().getCode()).isEqualTo(MessageHeader.ResponseType.OK);
            assertThat(header.getExtension()
                            .get(0)
                            .getExtensionsByUrl("SenderReference")
                            .get(0)
                            .getValue()
                            .toString())
                    .isEqualTo("ref-pharmacy-first-0001");
            assertThat(code(answer)).isEqualTo("20013");
        }
    }

    @Test
    void refusals_carryTheirCode_andSayWhatToCorrect() {
        Bundle optedOut = send("I00002", Samples.unique(Samples.PHARMACY_FIRST), MalformedMessages.XML, 409);
        assertThat(code(optedOut)).isEqualTo("20010");
        assertThat(outcome(optedOut).getDiagnostics()).startsWith("Switched off by the practice");

        byte[] wrong = Samples.unique(Samples.PHARMACY_FIRST, bundle -> Samples.in(bundle, Patient.class)
                .getIdentifierFirstRep()
                .setValue("9990000019"));
        Bundle invalid = send("I00001", wrong, MalformedMessages.JSON, 422);
        assertThat(code(invalid)).isEqualTo("20009");
        assertThat(outcome(invalid).getDiagnostics())
                .contains("nhs-number-check-digit", "Bundle.entry[2].resource.entry[5].resource.identifier")
                .doesNotContain("9990000019");

        byte[] withoutHandling =
                Samples.unique(Samples.PHARMACY_FIRST, bundle -> Samples.first(bundle, MessageHeader.class)
                        .getExtension()
                        .clear());
        assertThat(code(send("I00001", withoutHandling, MalformedMessages.XML, 422)))
                .isEqualTo("20006");

        Bundle tooLarge = send("I00001", new byte[5 * 1024 * 1024 + 1], MalformedMessages.XML, 413);
        assertThat(code(tooLarge)).isEqualTo("20015");
        assertThat(outcome(tooLarge).getDiagnostics()).contains("5242880");

        byte[] noMessage = "<Bundle/>".getBytes(StandardCharsets.UTF_8);
        assertThat(code(send("I00001", noMessage, MalformedMessages.XML, 400))).isEqualTo("20009");
    }

    private static OperationOutcome.OperationOutcomeIssueComponent outcome(Bundle answer) {
        return Samples.first(answer, OperationOutcome.class).getIssueFirstRep();
    }

    private static String code(Bundle answer) {
        return outcome(answer).getDetails().getCodingFirstRep().getCode();
    }

    private static Bundle send(String practice, byte[] message, String accept, int status) {
        String answer = given().auth()
                .oauth2(TestTokens.of("pharmacy", Samples.PHARMACY))
                .header("Content-Type", MalformedMessages.XML)
                .header("Accept", accept)
                .body(message)
                .post("/practices/{ods}/update-records", practice)
                .then()
                .statusCode(status)
                .header("Content-Type", startsWith(accept))
                .extract()
                .asString();
        return accept.equals(MalformedMessages.XML)
                ? FHIR.newXmlParser().parseResource(Bundle.class, answer)
                : FHIR.newJsonParser().parseResource(Bundle.class, answer);
    }
}
