package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.dstu3.model.Provenance;
import org.hl7.fhir.dstu3.model.Reference;
import org.hl7.fhir.dstu3.model.UriType;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class FiledTest {

    private static final FhirContext FHIR = FhirContext.forDstu3();

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    private String pending() {
        SentMessage message = SentMessage.to(practice);
        IngestStandIn.accept(message.accepted(), message.consultation(), SampleUpdateRecord.xml());
        ada.awaitItem(message.id());
        return message.id();
    }

    private Response document(String item, String accept) {
        return ada.asking().accept(accept).get("/practices/" + practice + "/items/" + item + "/filed");
    }

    @Test
    void filed_isTheOriginalWithoutWhatWasLeftOut_andPointsAtNothingMissing() {
        String item = pending();
        ada.file(item, "\"0\"", "{\"exclude\": [\"entry-temperature\", \"entry-medicine\"]}")
                .then()
                .statusCode(200);

        String json = document(item, "application/fhir+json")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("application/fhir+json"))
                .header("Cache-Control", "no-store")
                .extract()
                .asString();

        Bundle filed = FHIR.newJsonParser().parseResource(Bundle.class, json);
        assertThat(ids(filed)).containsExactly("Composition", "Patient", "ClinicalImpression", "Provenance");
        assertThat(json).doesNotContain("38.70", "Nitrofurantoin").contains("Feels unwell.");
        Set<String> there =
                filed.getEntry().stream().map(BundleEntryComponent::getFullUrl).collect(Collectors.toSet());
        assertThat(references(filed)).isNotEmpty().allMatch(there::contains);
    }

    @Test
    void filed_saysWhoFiledIt_andFromWhichBytes() {
        String item = pending();
        ada.file(item, "\"0\"", "{\"patientVisible\": false}").then().statusCode(200);

        Bundle filed = FHIR.newXmlParser()
                .parseResource(
                        Bundle.class,
                        document(item, "application/fhir+xml")
                                .then()
                                .statusCode(200)
                                .header("Content-Type", containsString("application/fhir+xml"))
                                .extract()
                                .asString());

        Provenance provenance = filed.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(Provenance.class::isInstance)
                .map(Provenance.class::cast)
                .findFirst()
                .orElseThrow();
        Reference who = (Reference) provenance.getAgentFirstRep().getWho();
        assertThat(who.getDisplay()).isEqualTo("Name of ada");
        assertThat(who.getIdentifier().getValue()).isEqualTo("ada");
        assertThat(((UriType) provenance.getEntityFirstRep().getWhat()).getValue())
                .startsWith("ni:///sha-256;");
        assertThat(filed.getEntry()
                        .get(2)
                        .getResource()
                        .getMeta()
                        .getSecurity("http://hl7.org/fhir/v3/ActCode", "NOPAT"))
                .isNotNull();
    }

    @Test
    void filed_isNotThere_beforeAnybodyFiledIt_orWhenItWasRejected() {
        String item = pending();
        document(item, "application/fhir+json").then().statusCode(404);
        ada.reject(item, "\"0\"", "{\"reason\": \"other\"}").then().statusCode(200);
        document(item, "application/fhir+json").then().statusCode(404);
    }

    @Test
    void feed_listsWhatWasFiledForGood_inOrder_fromAnyPosition() {
        String first = pending();
        String second = pending();
        ada.file(first, "\"0\"", "{}").then().statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> feed(0).getList("filed").size() == 1);
        ada.file(second, "\"0\"", "{\"exclude\": [\"entry-medicine\"]}").then().statusCode(200);
        assertThat(feed(0).getList("filed")).as("can still be undone").hasSize(1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> feed(0).getList("filed").size() == 2);

        assertThat(feed(0).getList("filed.position")).isEqualTo(List.of(1, 2));
        assertThat(feed(0).getList("filed.itemId")).isEqualTo(List.of(first, second));
        assertThat(feed(1).getList("filed.withChanges")).isEqualTo(List.of(true));
        assertThat(feed(2).getLong("next")).isEqualTo(2);
        Reviewer.at(SentMessage.anyPractice())
                .asking()
                .get("/practices/" + practice + "/filed")
                .then()
                .statusCode(404);
    }

    @Test
    void imported_isKept_upToTheLastPosition() {
        ada.file(pending(), "\"0\"", "{}").then().statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> feed(0).getList("filed").size() == 1);

        imported("{\"upTo\": 1}").then().statusCode(200).body("upTo", equalTo(1));
        imported("{\"upTo\": 2}").then().statusCode(400);
        imported("{\"upTo\": -1}").then().statusCode(400);
        imported("{}").then().statusCode(400);

        assertThat(feed(0).getLong("importedUpTo")).isEqualTo(1);
    }

    @Test
    void search_findsAPatientsItems_byNumberAndBySurname() {
        String item = pending();

        search("{\"nhsNumber\": \"999 000 0018\"}").then().statusCode(200).body("items.id", contains(item));
        search("{\"surname\": \"can\"}").then().body("items.id", contains(item));
        search("{\"surname\": \"Canary-Bird\"}").then().body("items.id", contains(item));
        search("{\"surname\": \"canarybird\", \"nhsNumber\": \"9990000018\"}")
                .then()
                .body("items[0].patient.name", equalTo("Mrs Ann Bea Canarybird"));
        search("{\"surname\": \"narybird\"}").then().statusCode(200).body("items", equalTo(List.of()));
        search("{\"surname\": \"canarybird\", \"nhsNumber\": \"9990000026\"}")
                .then()
                .body("items", equalTo(List.of()));
    }

    @Test
    void search_findsNothingOfAnotherPractice_andRefusesTooLittle() {
        String item = pending();
        Reviewer stranger = Reviewer.at(SentMessage.anyPractice());

        stranger.asking()
                .contentType(ContentType.JSON)
                .body("{\"nhsNumber\": \"9990000018\"}")
                .post("/practices/" + stranger.practice() + "/items/search")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(item)));
        for (String body : List.of(
                "{}", "{\"surname\": \"ca\"}", "{\"surname\": \"%%%\"}", "{\"nhsNumber\": \"99900000\"}", "null")) {
            search(body).then().statusCode(400).body(not(containsString("9990")));
        }
    }

    private Response search(String body) {
        return ada.asking().contentType(ContentType.JSON).body(body).post("/practices/" + practice + "/items/search");
    }

    private JsonPath feed(long after) {
        return ada.asking()
                .get("/practices/" + practice + "/filed?after=" + after)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Response imported(String body) {
        return ada.asking().contentType(ContentType.JSON).body(body).post("/practices/" + practice + "/filed/imported");
    }

    private static List<String> ids(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> entry.getResource().fhirType())
                .toList();
    }

    private static List<String> references(Bundle bundle) {
        FhirTerser terser = FHIR.newTerser();
        return bundle.getEntry().stream()
                .flatMap(entry ->
                        terser.getAllPopulatedChildElementsOfType(entry.getResource(), Reference.class).stream())
                .map(Reference::getReference)
                .filter(Objects::nonNull)
                .toList();
    }
}
