package io.consentry.ingest.recognisemessage;

import static io.consentry.ingest.Sending.story;
import static io.consentry.ingest.Sending.xml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.events.ItemReplaced;
import io.consentry.ingest.Samples;
import io.consentry.ingest.Sending;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Composition.DocumentRelationshipType;
import org.hl7.fhir.dstu3.model.Identifier;
import org.hl7.fhir.dstu3.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class ReplacementTest {

    private static final String PRACTICE = "REPL01";

    private final String nhsNumber = Samples.anyNhsNumber();
    private final Identifier document = name();
    private final Identifier composition = name();

    @BeforeEach
    void thePracticeIsIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
    }

    @Test
    void aReplacement_isAnnouncedAsOne_andBothTellOfEachOther() throws SQLException {
        String older = accepted(first());
        String newer = accepted(replacing(document));

        assertThat(announcedToReplace(newer, older)).isEqualTo(1);
        Neighbours.FILING.tell(new ItemReplaced(older, PRACTICE, Instant.parse("2026-03-01T09:30:00Z")));
        await().atMost(Duration.ofSeconds(15)).until(() -> Sending.status(older).equals("replaced"));
        story("pharmacy", Samples.PHARMACY, older)
                .body("timeline.status", contains("pending", "replaced"))
                .body("replacedBy", equalTo(newer));
        story("practice", PRACTICE, newer).body("replaces", equalTo(older));
    }

    @Test
    void theTarget_isFoundByItsComposition_too() throws SQLException {
        String older = accepted(first());
        assertThat(announcedToReplace(accepted(replacing(composition)), older)).isEqualTo(1);
    }

    @Test
    void whatReplacesTheSameAgain_replacesTheLatestOfTheLine() throws SQLException {
        accepted(first());
        String second = accepted(replacing(document));
        assertThat(announcedToReplace(accepted(replacing(document)), second)).isEqualTo(1);
    }

    @Test
    void aTargetThatIsNotHere_isRefused_with20014() throws SQLException {
        xml(PRACTICE, replacing(name()))
                .statusCode(422)
                .body("type", equalTo("/problems/replacement-impossible"))
                .body("itkCode", equalTo("20014"))
                .body("errors.rule", contains("replacement-target"));
        assertThat(Tables.count(
                        "select count(*) from message where practice = ? and replaces is not null"
                                + " and document is null",
                        PRACTICE))
                .isZero();
    }

    @Test
    void aTargetAtAnotherPractice_ofAnotherSender_orOfAnotherPatient_isRefused() {
        accepted(first());
        Neighbours.CONSENT.optIn("REPL02");
        xml("REPL02", replacing(document)).statusCode(422).body("itkCode", equalTo("20014"));

        xml(PRACTICE, Samples.unique(Samples.PHARMACY_FIRST, bundle -> relate(bundle, document)))
                .statusCode(422)
                .body("itkCode", equalTo("20014"))
                .body("errors[0].message", equalTo("The document that it replaces is about another patient."));
    }

    @Test
    void twoTargets_orOneNamedOtherwise_areRefused() {
        accepted(first());
        xml(PRACTICE, ofThePatient(bundle -> {
                    relate(bundle, document);
                    relate(bundle, composition);
                }))
                .statusCode(422)
                .body("itkCode", equalTo("20014"));
    }

    @Test
    void aReplacementSentAgain_isAnsweredAsBefore() {
        accepted(first());
        byte[] message = replacing(document);
        String newer = accepted(message);
        xml(PRACTICE, message).statusCode(200).body("id", equalTo(newer));
    }

    private byte[] first() {
        return ofThePatient(bundle -> {
            Samples.document(bundle).setIdentifier(document);
            Samples.in(bundle, Composition.class).setIdentifier(composition);
        });
    }

    private byte[] replacing(Identifier target) {
        return ofThePatient(bundle -> relate(bundle, target));
    }

    private byte[] ofThePatient(Consumer<Bundle> change) {
        return Samples.unique(Samples.PHARMACY_FIRST, bundle -> {
            Samples.in(bundle, Patient.class).getIdentifierFirstRep().setValue(nhsNumber);
            change.accept(bundle);
        });
    }

    private static void relate(Bundle bundle, Identifier target) {
        Samples.in(bundle, Composition.class)
                .addRelatesTo()
                .setCode(DocumentRelationshipType.REPLACES)
                .setTarget(target);
    }

    private static Identifier name() {
        return new Identifier()
                .setSystem("https://pharmacy.example/id")
                .setValue(UUID.randomUUID().toString());
    }

    private static String accepted(byte[] message) {
        return xml(PRACTICE, message).statusCode(202).extract().path("id");
    }

    private static long announcedToReplace(String newer, String older) throws SQLException {
        return Tables.count(
                "select count(*) from feed_event where subject = ? and data::json ->> 'replaces' = ?", newer, older);
    }
}
