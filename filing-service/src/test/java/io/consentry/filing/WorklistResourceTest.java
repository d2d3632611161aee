package io.consentry.filing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class WorklistResourceTest {

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    @Test
    void list_showsWhatAReviewerNeedsToChoose_forAnAcceptedMessage() {
        String item = SentMessage.to(practice).flagged().asUrgent().send();
        ada.awaitItem(item);

        ada.list("")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items.id", contains(item))
                .body("items[0].status", equalTo("pending"))
                .body("items[0].service", equalTo("pharmacy-first"))
                .body("items[0].pharmacy", equalTo("FQW30"))
                .body("items[0].receivedAt", equalTo("2026-03-02T09:30:00.123456Z"))
                .body("items[0].version", equalTo(0))
                .body("items[0].urgent", equalTo(true))
                .body("items[0].flags", equalTo(2))
                .body("items[0].patient.name", equalTo("Mrs Ann Bea Canarybird"))
                .body("items[0].patient.nhsNumber", equalTo(SentMessage.NHS_NUMBER))
                .body("items[0].patient.birthDate", equalTo("1980-05-06"))
                .body("items[0].redFlags", contains("Canarybird has chest pain."))
                .body("items[0].requestedActions", contains("Please recheck Canarybird."))
                .body("next", blankOrNullString());
    }

    /** Fifty such lines are one answer, held in memory at once. The item itself keeps every word. */
    @Test
    void list_showsBeginningsOnly_andSaysSo_forWordsWithoutEnd() {
        String words = "Chest pain. ".repeat(2_000);
        String item = SentMessage.to(practice).sendWithRedFlags(Collections.nCopies(40, words));
        String usual = SentMessage.to(practice).send();
        JsonPath whole = ada.awaitItem(item);
        ada.awaitItem(usual);

        JsonPath page = ada.list("").then().statusCode(200).extract().jsonPath();
        String line = "items.find { it.id == '" + item + "' }";
        assertThat(String.join("", page.<String>getList(line + ".redFlags")))
                .hasSizeBetween(1_000, 5_000)
                .startsWith("Chest pain. Chest");
        assertThat(page.getBoolean(line + ".shortened")).isTrue();
        assertThat(page.getBoolean("items.find { it.id == '" + usual + "' }.shortened"))
                .isFalse();
        assertThat(whole.<String>getList("entries.findAll { it.group == 'red-flags' }.text"))
                .hasSize(40)
                .containsOnly(words);
    }

    @Test
    void list_showsUrgentFirstThenOldest_pageByPage() {
        Instant start = Instant.parse("2026-03-02T09:00:00Z");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            expected.add(SentMessage.to(practice).at(start.plusSeconds(100 - i)).send());
        }
        Collections.reverse(expected);
        String urgent =
                SentMessage.to(practice).at(start.plusSeconds(500)).asUrgent().send();
        expected.add(0, urgent);
        expected.forEach(ada::awaitItem);

        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = ada.list("?limit=2" + (next.isEmpty() ? "" : "&next=" + next))
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("next");
        }

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void list_showsOnlyWhatIsAskedFor_byStatusServicePharmacyFlagsAndTime() {
        Instant late = Instant.parse("2026-03-03T00:00:00Z");
        String plain = SentMessage.to(practice).at(late).send();
        String flagged = SentMessage.to(practice).flagged().send();
        String pressure = SentMessage.to(practice).about("blood-pressure-check").send();
        String elsewhere = SentMessage.to(practice).from("FXX99").send();
        List.of(plain, flagged, pressure, elsewhere).forEach(ada::awaitItem);
        ada.file(plain, "\"0\"", "{}").then().statusCode(200);

        ada.list("?flagged=true").then().body("items.id", contains(flagged));
        ada.list("?service=blood-pressure-check").then().body("items.id", contains(pressure));
        ada.list("?pharmacy=FXX99").then().body("items.id", contains(elsewhere));
        ada.list("?status=filed").then().body("items.id", contains(plain));
        ada.list("?status=filed,rejected").then().body("items.id", contains(plain));
        ada.list("?status=rejected").then().body("items", empty());
        ada.list("?status=all").then().body("items.size()", equalTo(4));
        ada.list("?status=all&receivedFrom=" + late).then().body("items.id", contains(plain));
        ada.list("?status=all&receivedBefore=" + late).then().body("items.size()", equalTo(3));
        ada.list("?receivedFrom=" + late.minusSeconds(86_400) + "&receivedBefore=" + late)
                .then()
                .body("items.size()", equalTo(3));
        ada.list("?flagged=false&status=pending").then().body("items.size()", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=501",
                "?limit=many",
                "?status=lost",
                "?service=DROP%20TABLE",
                "?pharmacy=x",
                "?next=%25%25",
                "?next=MSwyLDM",
                "?next=bm9uc2Vuc2U"
            })
    void list_isRefused_forParametersThatMeanNothing(String query) {
        ada.list(query)
                .then()
                .statusCode(oneOf(400, 404))
                .contentType("application/problem+json")
                .body("type", containsString("/problems/"));
    }

    @Test
    void list_isRefused_forWhoeverDoesNotWorkThere() {
        String path = "/practices/" + practice + "/items";
        given().get(path).then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.of("practice", "Z99999"))
                .get(path)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(TestTokens.of("pharmacy", practice))
                .get(path)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.of("auditor", practice))
                .get(path)
                .then()
                .statusCode(403);
        given().auth().oauth2(TestTokens.ofService("gateway")).get(path).then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.of("data-controller", practice))
                .get(path)
                .then()
                .statusCode(200);
    }

    @Test
    void get_showsEverythingAReviewerNeeds_forAnItem() {
        String item = SentMessage.to(practice).flagged().send();
        ada.awaitItem(item);

        ada.open(item)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .header("Cache-Control", "no-store")
                .body("id", equalTo(item))
                .body("status", equalTo("pending"))
                .body("decisionPosition", equalTo(12))
                .body("patient.nhsNumber", equalTo(SentMessage.NHS_NUMBER))
                .body("patient.address", contains("1 Canarybird Road", "LS1 4AP"))
                .body("practitioner.name", equalTo("Dr Phil Pharmacist"))
                .body("pharmacy.name", equalTo("The Dispensers"))
                .body(
                        "entries.id",
                        contains(
                                SentMessage.SUMMARY,
                                SentMessage.RED_FLAGS,
                                SentMessage.ACTIONS,
                                SentMessage.TEMPERATURE,
                                SentMessage.MEDICINE))
                .body(
                        "entries.group",
                        contains("clinical-summary", "red-flags", "requested-actions", "observations", "medicines"))
                .body("entries[3].code.code", equalTo("703421000"))
                .body("entries[3].value.number", equalTo("38.70"))
                .body("entries[3].flags", contains("temperature-high:" + SentMessage.TEMPERATURE))
                .body("entries[4].medicine.dosage", contains("Take four times a day."))
                .body("flags.id", contains("note-long", "temperature-high:" + SentMessage.TEMPERATURE))
                .body("history.what", contains("received"))
                .body("original", equalTo("/practices/" + practice + "/items/" + item + "/original"));
    }

    @Test
    void get_findsNothing_forAnotherPracticesItem() {
        String item = SentMessage.to(practice).send();
        ada.awaitItem(item);
        Reviewer stranger = Reviewer.at(SentMessage.anyPractice());

        stranger.open(item).then().statusCode(404).body(not(containsString(SentMessage.CANARY)));
        stranger.asking()
                .get("/practices/" + practice + "/items/" + item)
                .then()
                .statusCode(404);
        stranger.file(item, "\"0\"", "{}").then().statusCode(404);
        stranger.asking()
                .get("/practices/" + stranger.practice() + "/items/" + item + "/original")
                .then()
                .statusCode(404);
        ada.open(item).then().body("status", equalTo("pending"));
    }

    @Test
    void original_isGivenByteForByte_asAFileNobodyRuns() {
        SentMessage message = SentMessage.to(practice);
        message.send();
        ada.awaitItem(message.id());

        byte[] original = ada.asking()
                .get("/practices/" + practice + "/items/" + message.id() + "/original")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo(IngestStandIn.ORIGINAL_TYPE))
                .header("Content-Disposition", containsString("attachment"))
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();

        assertThat(original).isEqualTo(message.original());
    }
}
