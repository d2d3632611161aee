package io.consentry.ingest.recognisemessage;

import static io.consentry.ingest.Sending.send;
import static io.consentry.ingest.Sending.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.ingest.MalformedMessages;
import io.consentry.ingest.Samples;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Composition.DocumentRelationshipType;
import org.hl7.fhir.dstu3.model.Identifier;
import org.hl7.fhir.dstu3.model.Organization;
import org.hl7.fhir.dstu3.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names are a sender's own: what another one calls by the same names is another message, and nobody hears of it. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class SameNamesTest {

    private static final String PRACTICE = "SAME01";
    private static final String ANOTHER = "FSAM02";

    private final String nhsNumber = Samples.anyNhsNumber();
    private final String name = UUID.randomUUID().toString();

    @BeforeEach
    void thePracticeIsIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
    }

    @Test
    void allNamesInCommon_areTwoMessages_andNeitherHearsOfTheOther() throws SQLException {
        String first = accepted(Samples.PHARMACY, named(Samples.PHARMACY, name));
        String second = accepted(ANOTHER, named(ANOTHER, name));

        assertThat(second).isNotEqualTo(first);
        again(Samples.PHARMACY, named(Samples.PHARMACY, name), first);
        again(ANOTHER, named(ANOTHER, name), second);
        story("pharmacy", ANOTHER, first).statusCode(404);
        story("pharmacy", Samples.PHARMACY, second).statusCode(404);
        assertThat(Tables.count(
                        "select count(*) from message where id in (?::uuid, ?::uuid) and replaces is not null",
                        first,
                        second))
                .isZero();
    }

    @Test
    void namesInOtherSpellings_areTwoMessages() {
        String first = accepted(Samples.PHARMACY, named(Samples.PHARMACY, name));
        String second = accepted(ANOTHER, named(ANOTHER, name.toUpperCase(Locale.ROOT)));

        again(Samples.PHARMACY, named(Samples.PHARMACY, name), first);
        again(ANOTHER, named(ANOTHER, name.toUpperCase(Locale.ROOT)), second);
    }

    @Test
    void replacingWhatAnotherSent_isAnsweredAsReplacingNothing() {
        accepted(Samples.PHARMACY, named(Samples.PHARMACY, name));

        String ofAnother = refusal(replacing(name));
        String ofNobody = refusal(replacing(UUID.randomUUID().toString()));

        assertThat(ofAnother).isEqualTo(ofNobody);
    }

    @Test
    void refusedOnes_openADutyEach() {
        Neighbours.CONSENT.optOut("SAME02");
        String first = duty(Samples.PHARMACY);
        String second = duty(ANOTHER);

        assertThat(second).isNotEqualTo(first);
        assertThat(duty(Samples.PHARMACY)).isEqualTo(first);
    }

    @Test
    void ofTwoSendersAtOnce_eachKeepsOne_andEachHearsOfItsOwn() throws Exception {
        byte[] first = named(Samples.PHARMACY, name);
        byte[] second = named(ANOTHER, name);
        CyclicBarrier together = new CyclicBarrier(20);
        ExecutorService pool = Executors.newFixedThreadPool(20);
        try {
            List<Future<List<Object>>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String sender = i % 2 == 0 ? Samples.PHARMACY : ANOTHER;
                byte[] message = i % 2 == 0 ? first : second;
                Callable<List<Object>> sending = () -> {
                    together.await();
                    var answer = sent(sender, message).extract();
                    return List.of(sender, answer.statusCode(), answer.path("id"));
                };
                answers.add(pool.submit(sending));
            }
            List<Object> accepted = new ArrayList<>();
            HashSet<List<Object>> ids = new HashSet<>();
            for (Future<List<Object>> answer : answers) {
                List<Object> said = answer.get();
                assertThat(said.get(1)).isIn(200, 202);
                if (said.get(1).equals(202)) {
                    accepted.add(said.get(0));
                }
                ids.add(List.of(said.get(0), said.get(2)));
            }
            assertThat(accepted).containsExactlyInAnyOrder(Samples.PHARMACY, ANOTHER);
            assertThat(ids).hasSize(2);
        } finally {
            pool.shutdownNow();
        }
    }

    private byte[] named(String sender, String given) {
        return Samples.unique(Samples.PHARMACY_FIRST, bundle -> {
            patientAndSender(bundle, sender);
            bundle.getIdentifier().setValue(given);
            Samples.document(bundle).getIdentifier().setValue(given + "-d");
            Samples.in(bundle, Composition.class).getIdentifier().setValue(given + "-c");
        });
    }

    private byte[] replacing(String given) {
        return Samples.unique(Samples.PHARMACY_FIRST, bundle -> {
            patientAndSender(bundle, ANOTHER);
            Identifier document = Samples.document(bundle).getIdentifier();
            Samples.in(bundle, Composition.class)
                    .addRelatesTo()
                    .setCode(DocumentRelationshipType.REPLACES)
                    .setTarget(new Identifier().setSystem(document.getSystem()).setValue(given + "-d"));
        });
    }

    private void patientAndSender(Bundle bundle, String sender) {
        Samples.in(bundle, Patient.class).getIdentifierFirstRep().setValue(nhsNumber);
        Samples.first(bundle, Organization.class).getIdentifierFirstRep().setValue(sender);
    }

    private static String accepted(String sender, byte[] message) {
        return sent(sender, message).statusCode(202).extract().path("id");
    }

    private static void again(String sender, byte[] message, String id) {
        sent(sender, message).statusCode(200).body("id", equalTo(id));
    }

    private static ValidatableResponse sent(String sender, byte[] message) {
        return send(sender, PRACTICE, message, MalformedMessages.XML);
    }

    /** All that is said, but for what is of this one call. */
    private static String refusal(byte[] message) {
        return new String(sent(ANOTHER, message).statusCode(422).extract().asByteArray(), StandardCharsets.UTF_8)
                .replaceAll("\"(instance|requestId|traceId)\":\"[^\"]*\",?", "");
    }

    private String duty(String sender) {
        return send(sender, "SAME02", named(sender, name), MalformedMessages.XML)
                .statusCode(409)
                .extract()
                .path("fallback.id");
    }
}
