package io.consentry.filing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Content that was damaged, whose key is lost, or that was erased: nobody can see it, so nobody files it. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class UnreadableContentTest {

    private static final String WHICH = "{\"reason\": \"other\"}";

    private final String practice = SentMessage.anyPractice();
    private final String pharmacy = "P" + practice;
    private final Reviewer ada = Reviewer.at(practice);

    private String sent() {
        String item = SentMessage.to(practice).from(pharmacy).send();
        ada.awaitItem(item);
        return item;
    }

    private String sentFlagged() {
        String item = SentMessage.to(practice).flagged().send();
        ada.awaitItem(item);
        return item;
    }

    /** What lies there is no longer what was sealed; of the summary, the key is gone as well. */
    private void damage(String item, String parts) throws SQLException {
        List<String> damaged =
                Database.rows("delete from item_content where item_id = ? and part like ? returning part", item, parts);
        assertThat(damaged).isNotEmpty();
        for (String part : damaged) {
            Database.change(
                    "insert into item_content (item_id, part, practice, key_id, sealed) select ?, ?, ?,"
                            + " case when ? = 'summary' then -1 else (select min(id) from data_key where practice = ?) end,"
                            + " '\\x03ff'",
                    item,
                    part,
                    practice,
                    part,
                    practice);
        }
    }

    private void damage(String item) throws SQLException {
        damage(item, "%");
    }

    private static void erase(String item) throws SQLException {
        assertThat(Database.change("delete from item_content where item_id = ?", item))
                .isPositive();
    }

    @Test
    void pages_showTheRest_andTheLineWithoutItsContent_whereItCannotBeOpened() throws SQLException {
        String damaged = sent();
        String whole = sent();
        String recall = recalled();
        damage(damaged);
        String line = "items.find { it.id == '" + damaged + "' }";

        ada.list("")
                .then()
                .statusCode(200)
                .body("items.id", hasItems(damaged, whole))
                .body("items.find { it.id == '" + whole + "' }.patient.nhsNumber", equalTo(SentMessage.NHS_NUMBER))
                .body("items.find { it.id == '" + whole + "' }.unreadable", equalTo(false))
                .body(line + ".pharmacy", equalTo(pharmacy))
                .body(line + ".patient", nullValue())
                .body(line + ".unreadable", equalTo(true));
        ada.asking()
                .contentType(ContentType.JSON)
                .body("{\"nhsNumber\": \"" + SentMessage.NHS_NUMBER + "\"}")
                .post("/practices/" + practice + "/items/search")
                .then()
                .statusCode(200)
                .body("items.id", hasItems(damaged, whole))
                .body(line + ".unreadable", equalTo(true));
        ada.asking()
                .get("/recalls/" + recall + "/items")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body(line + ".entries", nullValue());
    }

    private String recalled() {
        String recall = given().auth()
                .oauth2(TestTokens.of("operator", "X00001"))
                .contentType(ContentType.JSON)
                .body("{\"pharmacy\": \"" + pharmacy + "\", \"reason\": \"x\"}")
                .post("/recalls")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> ada.asking()
                .get("/recalls/" + recall + "/items")
                .then()
                .statusCode(200)
                .body("items", hasSize(2)));
        return recall;
    }

    @Test
    void item_isShownWithoutItsContent_isNotFiled_andCanBeRejected_whereItCannotBeOpened() throws SQLException {
        String item = sentFlagged();
        damage(item);

        ada.open(item)
                .then()
                .statusCode(200)
                .body("unreadable", equalTo(true))
                .body("erased", equalTo(false))
                .body("entries", hasSize(0))
                .body("history", hasSize(1));
        for (String body : new String[] {"{}", "{\"acknowledge\": [\"temperature-high:entry-temperature\"]}"}) {
            ada.file(item, "\"0\"", body).then().statusCode(409).body("type", containsString("content-unreadable"));
        }
        ada.file(item, "\"7\"", "{}").then().statusCode(412);
        ada.reject(item, "\"0\"", WHICH).then().statusCode(200).body("status", equalTo("rejected"));
        ada.file(item, "\"1\"", "{}").then().statusCode(409).body("type", containsString("already-decided"));
    }

    @Test
    void item_isNotFiled_andCanBeRejected_whenItsContentWasErased() throws SQLException {
        String item = sentFlagged();
        erase(item);

        ada.open(item).then().statusCode(200).body("erased", equalTo(true)).body("unreadable", equalTo(false));
        ada.file(item, "\"0\"", "{}").then().statusCode(409).body("type", containsString("content-unreadable"));
        ada.reject(item, "\"0\"", WHICH).then().statusCode(200).body("status", equalTo("rejected"));
    }

    @Test
    void notesThatCannotBeOpened_hideNothingElse() throws SQLException {
        String item = sent();
        ada.act(item, "note", "\"0\"", "{\"note\": \"Ask the patient\"}").then().statusCode(200);
        damage(item, "note-%");

        ada.open(item).then().statusCode(200).body("unreadable", equalTo(false)).body("history[1].note", nullValue());
        ada.file(item, "\"1\"", "{}").then().statusCode(200);
    }

    @Test
    void filedDocument_isNotGiven_whereNobodyCanTellWhatWasLeftOut() throws SQLException {
        for (boolean erased : new boolean[] {true, false}) {
            SentMessage message = SentMessage.to(practice);
            IngestStandIn.accept(message.accepted(), message.consultation(), SampleUpdateRecord.xml());
            ada.awaitItem(message.id());
            ada.file(message.id(), "\"0\"", "{\"exclude\": [\"" + SentMessage.TEMPERATURE + "\"]}")
                    .then()
                    .statusCode(200);
            if (erased) {
                erase(message.id());
            } else {
                damage(message.id());
            }

            ada.asking()
                    .get("/practices/" + practice + "/items/" + message.id() + "/filed")
                    .then()
                    .statusCode(erased ? 404 : 409)
                    .body("type", containsString(erased ? "not-found" : "content-unreadable"));
        }
    }

    /** As when a key is lost and comes back: what was opened meanwhile showed nobody anything. */
    @Test
    void openingWithoutContent_countsForNothing_onceItIsBack() throws SQLException {
        Reviewer.letManyBeFiledTogether(practice);
        String item = SentMessage.to(practice).sendPlain();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> ada.list("").jsonPath().getList("items.id").contains(item));
        Database.turnKeys(item);

        ada.open(item).then().statusCode(200).body("unreadable", equalTo(true));
        ada.fileTogether(item).then().body("results[0].problem", equalTo("content-unreadable"));
        ada.asking()
                .get("/practices/" + practice + "/items/" + item + "/openings")
                .then()
                .body("openings.what", contains("unreadable"));

        Database.turnKeys(item);
        ada.fileTogether(item).then().body("results[0].problem", equalTo("forbidden"));
        ada.open(item).then().statusCode(200).body("unreadable", equalTo(false));
        ada.fileTogether(item).then().body("results[0].status", equalTo("filed"));
    }
}
