package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class TakingBackTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-02T09:30:00Z");

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    private String pending() {
        String item = SentMessage.to(practice).send();
        ada.awaitItem(item);
        return item;
    }

    private String filedForGood() {
        String item = pending();
        ada.file(item, "\"0\"", "{}").then().statusCode(200);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> feed().getList("filed.itemId")
                .contains(item));
        return item;
    }

    private JsonPath feed() {
        return ada.asking().get("/practices/" + practice + "/filed").jsonPath();
    }

    private Response rejectAll(Instant receivedBefore) {
        return ada.asking()
                .contentType(ContentType.JSON)
                .body("{\"receivedBefore\": \"" + receivedBefore + "\", \"reason\": \"other\"}")
                .post("/practices/" + practice + "/items/reject-all");
    }

    @Test
    void retract_makesTheItemPendingAgain_andTellsTheClinicalSystemAndTheSender() throws SQLException {
        String item = filedForGood();

        ada.act(item, "retract", "\"1\"", "{\"reason\": \"clinically-wrong\", \"note\": \"Wrong code\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("pending"))
                .body("possibleBreach", equalTo(false))
                .body("finalFrom", nullValue())
                .body("history.what", contains("received", "filed", "retracted"))
                .body("history[2].reason", equalTo("clinically-wrong"))
                .body("history[2].note", equalTo("Wrong code"));

        assertThat(feed().getList("filed.what")).isEqualTo(List.of("filed", "retracted"));
        assertThat(feed().getString("filed[1].document")).isNull();
        assertThat(Database.rows("select type from feed_event where subject = ? order by inserted", item))
                .containsExactly("io.consentry.ItemFiled.v1", "io.consentry.FilingRetracted.v1");
        ada.asking()
                .get("/practices/" + practice + "/items/" + item + "/filed")
                .then()
                .statusCode(404);
        ada.file(item, "\"2\"", "{\"exclude\": [\"entry-medicine\"]}").then().statusCode(200);
    }

    @Test
    void retract_isRefused_whileTheFilingCanBeUndone_andWhereNothingIsFiled() {
        String item = pending();
        ada.act(item, "retract", "\"0\"", "{\"reason\": \"other\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/cannot-be-retracted"))
                .body("current.status", equalTo("pending"));
        ada.file(item, "\"0\"", "{}").then().statusCode(200);
        ada.act(item, "retract", "\"1\"", "{\"reason\": \"other\"}").then().statusCode(409);
        ada.act(item, "retract", "\"1\"", "{}").then().statusCode(400);
        assertThat(feed().getList("filed.what")).doesNotContain("retracted");
    }

    @ParameterizedTest
    @CsvSource({"not-our-patient,true", "wrong-patient,true", "duplicate,false", "clinically-wrong,false"})
    void reject_marksAPossibleBreach_whereItWasAnotherPerson(String reason, boolean breach) {
        String item = pending();

        ada.reject(item, "\"0\"", "{\"reason\": \"" + reason + "\"}").then().body("possibleBreach", equalTo(breach));

        ada.list("?status=rejected").then().body("items[0].possibleBreach", equalTo(breach));
        ada.act(item, "undo", "\"1\"", "").then().statusCode(200).body("possibleBreach", equalTo(false));
    }

    @Test
    void items_areMarkedAsReceivedWhileOptedIn_onceThePracticeOptsOut() {
        String item = pending();
        ada.open(item).then().body("receivedWhileOptedIn", equalTo(false)).body("decisionPosition", equalTo(12));

        IngestStandIn.optOut(practice);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> ada.list("")
                .then()
                .body("items[0].receivedWhileOptedIn", equalTo(true))
                .body("items[0].decisionPosition", equalTo(12)));
        ada.open(item).then().body("receivedWhileOptedIn", equalTo(true));
    }

    @Test
    void rejectAll_rejectsWhatWasReceivedBefore_andNothingWhileThePracticeTakesMessages() {
        String early = SentMessage.to(practice).at(RECEIVED).send();
        String late = SentMessage.to(practice).at(RECEIVED.plusSeconds(60)).send();
        String decided = pending();
        ada.awaitItem(early);
        ada.awaitItem(late);
        ada.file(decided, "\"0\"", "{}").then().statusCode(200);
        rejectAll(RECEIVED.plusSeconds(30)).then().statusCode(409).body("type", equalTo("/problems/still-opted-in"));
        IngestStandIn.optOut(practice);

        rejectAll(RECEIVED.plusSeconds(30))
                .then()
                .statusCode(200)
                .body("rejected", equalTo(1))
                .body("left", equalTo(0))
                .body("services", contains("pharmacy-first"));

        ada.open(early).then().body("status", equalTo("rejected")).body("history[1].by.id", equalTo("ada"));
        ada.open(late).then().body("status", equalTo("pending"));
        ada.open(decided).then().body("status", equalTo("filed"));
        rejectAll(RECEIVED.plusSeconds(30)).then().statusCode(200).body("rejected", equalTo(0));
        ada.asking()
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"other\"}")
                .post("/practices/" + practice + "/items/reject-all")
                .then()
                .statusCode(400);
    }
}
