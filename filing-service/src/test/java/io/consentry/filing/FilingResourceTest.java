package io.consentry.filing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class FilingResourceTest {

    private static final String PRESSING = "temperature-high:" + SentMessage.TEMPERATURE;

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    private String pending() {
        String item = SentMessage.to(practice).send();
        ada.awaitItem(item);
        return item;
    }

    @Test
    void file_answersWithTheItemFiled_andTheNextReadAgrees() {
        String item = pending();

        ada.file(item, "\"0\"", "{}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("filed"))
                .body("version", equalTo(1))
                .body("finalFrom", notNullValue())
                .body("history.what", contains("received", "filed"))
                .body("history[1].by.id", equalTo("ada"))
                .body("history[1].by.name", equalTo("Name of ada"))
                .body("history[1].by.role", equalTo("practice"));
        ada.open(item).then().header("ETag", "\"1\"").body("status", equalTo("filed"));
        ada.list("").then().body("items.id", not(hasItem(item)));
        ada.list("?status=filed").then().body("items.id", hasItem(item));
    }

    @Test
    void file_needsNoBody_becauseItIsOneClick() throws Exception {
        String item = pending();

        HttpRequest click = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port
                        + "/practices/" + practice + "/items/" + item + "/file"))
                .header("Authorization", "Bearer " + TestTokens.of("practice", practice))
                .header("If-Match", "\"0\"")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(click, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        ada.open(item).then().body("status", equalTo("filed"));
    }

    @Test
    void file_answersWithoutTheItem_whereNobodyWantsIt_andTheNextReadAgrees() {
        String item = pending();

        ada.fileWithoutAnswer(item, "\"0\"")
                .then()
                .statusCode(204)
                .header("ETag", "\"1\"")
                .header("Preference-Applied", "return=minimal")
                .body(emptyString());
        ada.open(item).then().header("ETag", "\"1\"").body("status", equalTo("filed"));
        ada.list("").then().body("items.id", not(hasItem(item)));
        ada.fileWithoutAnswer(item, "\"0\"").then().statusCode(412).body("current.version", equalTo(1));
    }

    @Test
    void file_leavesEntriesOut_andShowsWhich() {
        String item = pending();

        ada.file(item, "\"0\"", """
                {"exclude": ["entry-medicine", "entry-temperature"], "note": "Canarybird was seen here before"}""")
                .then()
                .statusCode(200)
                .body("status", equalTo("filed-with-changes"))
                .body("entries.findAll { it.excluded }.id", contains("entry-temperature", "entry-medicine"))
                .body("history[1].excluded", contains("entry-medicine", "entry-temperature"))
                .body("history[1].note", equalTo("Canarybird was seen here before"));
    }

    @Test
    void file_wantsPressingFlagsAcknowledged_andNamesThem() {
        String item = SentMessage.to(practice).flagged().send();
        ada.awaitItem(item);

        ada.file(item, "\"0\"", "{\"acknowledge\": [\"note-long\"]}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/flags-not-acknowledged"))
                .body("flags", contains(PRESSING));
        ada.file(item, "\"0\"", "{\"acknowledge\": [\"" + PRESSING + "\"]}")
                .then()
                .statusCode(200)
                .body("history[1].acknowledged", contains(PRESSING));
    }

    @Test
    void reject_keepsTheItemOut_withReasonAndNote() {
        String item = pending();

        ada.reject(item, "\"0\"", "{\"reason\": \"wrong-patient\", \"note\": \"Not Canarybird at all\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("rejected"))
                .body("history[1].reason", equalTo("wrong-patient"))
                .body("history[1].note", equalTo("Not Canarybird at all"));
    }

    @Test
    void everyAct_wantsTheVersionThatWasSeen() {
        String item = pending();
        ada.asking()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/practices/" + practice + "/items/" + item + "/file")
                .then()
                .statusCode(428)
                .body("type", equalTo("/problems/version-required"));
        ada.file(item, "\"never-ours\"", "{}").then().statusCode(412);
        ada.file(item, "\"5\"", "{}").then().statusCode(412);
        ada.file(item, "0", "{}").then().statusCode(400);
        ada.open(item).then().body("status", equalTo("pending"));
    }

    @Test
    void everyAct_isToldWhatHappened_whenSomebodyWasFaster() {
        String item = pending();
        ada.file(item, "\"0\"", "{}").then().statusCode(200);
        Reviewer bob = Reviewer.named("bob", practice);

        bob.reject(item, "\"0\"", "{\"reason\": \"duplicate\"}")
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/stale-version"))
                .body("current.status", equalTo("filed"))
                .body("current.version", equalTo(1))
                .body("current.decidedBy", equalTo("Name of ada"))
                .body("current.decidedAt", notNullValue());
        bob.file(item, "\"1\"", "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-decided"))
                .body("current.status", equalTo("filed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"exclude\": [\"9990000018\"]} | 422 | unknown-entry",
                "{\"acknowledge\": [\"Canarybird\"]} | 422 | unknown-entry",
                "{\"exclude\": [\"entry-summary\", \"entry-red-flags\", \"entry-actions\", \"entry-temperature\", \"entry-medicine\"]} | 422 | nothing-to-file",
                "{\"exclude\": \"9990000018\"} | 400 | bad-request",
                "{\"exclude\": [null]} | 400 | bad-request",
                "{\"exclude\": [{\"Canarybird\": 1}]} | 400 | bad-request",
                "{\"Canarybird\": true} | 400 | bad-request",
                "{\"patientVisible\": \"Canarybird\"} | 400 | bad-request",
                "Canarybird | 400 | bad-request",
                "[] | 400 | bad-request",
                "{\"exclude\": | 400 | bad-request",
            })
    void file_isRefusedWithoutRepeatingWhatWasSent_forBodiesThatMeanNothing(String body, int status, String problem) {
        String item = pending();

        ada.file(item, "\"0\"", body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + problem))
                .body(not(containsString("Canarybird")))
                .body(not(containsString("9990000018")))
                .body(not(containsString("Exception")));
        ada.open(item).then().body("status", equalTo("pending"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reason\": null}",
                "{\"reason\": \"Canarybird\"}",
                "{\"reason\": 9990000018}",
                "{\"reason\": \"OTHER\"}",
                "null",
                ""
            })
    void reject_isRefused_withoutAListedReason(String body) {
        String item = pending();

        ada.reject(item, "\"0\"", body)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-request"))
                .body(not(containsString("Canarybird")))
                .body(not(containsString("9990000018")));
    }

    @Test
    void reject_isRefused_whenTheNoteIsTooLong_orNamesAPatientByNumber() {
        String item = pending();

        for (String note : new String[] {"x".repeat(281), "Not 999 000 0018"}) {
            ada.reject(item, "\"0\"", "{\"reason\": \"other\", \"note\": \"" + note + "\"}")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/bad-request"))
                    .body(not(containsString("999 000")));
        }
    }

    @Test
    void everyAct_isRefused_forOtherMediaTypesAndOtherRoles() {
        String item = pending();
        String path = "/practices/" + practice + "/items/" + item;
        ada.asking()
                .contentType(ContentType.XML)
                .header("If-Match", "\"0\"")
                .body("<file/>")
                .post(path + "/file")
                .then()
                .statusCode(415);
        for (String role : new String[] {"pharmacy", "auditor", "operator", "programme"}) {
            given().auth()
                    .oauth2(TestTokens.of(role, practice))
                    .contentType(ContentType.JSON)
                    .header("If-Match", "\"0\"")
                    .body("{}")
                    .post(path + "/file")
                    .then()
                    .statusCode(403);
        }
        ada.file("no-such-item", "\"0\"", "{}").then().statusCode(404);
    }

    @Test
    void replacement_takesThePlaceOfAPendingItem_andLeavesADecidedOneAlone() {
        String older = pending();
        String filed = pending();
        ada.file(filed, "\"0\"", "{}").then().statusCode(200);

        String newer = SentMessage.to(practice).replacing(older).send();
        String correction = SentMessage.to(practice).replacing(filed).send();
        ada.awaitItem(newer);
        ada.awaitItem(correction);

        ada.open(older).then().body("status", equalTo("replaced")).body("history[1].otherItem", equalTo(newer));
        ada.open(newer).then().body("status", equalTo("pending")).body("replaces", equalTo(older));
        ada.open(filed).then().body("status", equalTo("filed"));
        ada.open(correction).then().body("status", equalTo("pending"));
        ada.file(older, "\"1\"", "{}").then().statusCode(409).body("current.status", equalTo("replaced"));
    }
}
