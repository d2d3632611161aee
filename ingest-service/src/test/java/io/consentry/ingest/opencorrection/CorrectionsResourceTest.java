package io.consentry.ingest.opencorrection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.consentry.events.ItemRejected;
import io.consentry.ingest.Samples;
import io.consentry.ingest.Sending;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message about the wrong patient, or at the wrong practice, is not only refused: its sender has to correct it. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class CorrectionsResourceTest {

    private static final String PRACTICE = "CORR01";
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T09:30:00.123456Z");
    private static final Map<String, Object> STATEMENT = Map.of(
            "action", "sent-to-the-right-practice", "takenAt", "2026-01-05T10:00:00Z", "reference", "incident 4711");

    @BeforeEach
    void thePracticeIsIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
    }

    @Test
    void rejectionForTheWrongPatient_opensADuty_thatAStatementCloses() throws SQLException {
        String message = rejected("wrong-patient", true);
        String duty = duty(message);

        for (String status : new String[] {"open", "overdue"}) {
            open(status)
                    .then()
                    .statusCode(200)
                    .body(at(duty) + "practice", equalTo(PRACTICE))
                    .body(at(duty) + "reason", equalTo("wrong-patient"))
                    .body(at(duty) + "status", equalTo("open"))
                    .body(at(duty) + "overdue", equalTo(true))
                    .body(at(duty) + "openedAt", equalTo(LONG_AGO.toString()))
                    .body(at(duty) + "messageId", notNullValue());
        }
        for (int i = 0; i < 2; i++) {
            state(Samples.PHARMACY, duty, STATEMENT)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("corrected"))
                    .body("action", equalTo("sent-to-the-right-practice"))
                    .body("closedAt", notNullValue())
                    .body("overdue", equalTo(false));
        }
        for (String status : new String[] {"open", "overdue"}) {
            open(status).then().body("corrections.id", not(hasItem(duty)));
        }
        open("corrected").then().body("corrections.id", hasItem(duty));
        assertThat(Tables.count(
                        "select count(*) from correction where id = ?::uuid and reference = 'incident 4711'", duty))
                .isEqualTo(1);
    }

    @Test
    void rejectionForAnotherReason_opensNone_andTheSameOneAgainNoSecond() throws SQLException {
        String wrongPractice = rejected("not-our-patient", true);
        Neighbours.FILING.tell(new ItemRejected(wrongPractice, PRACTICE, LONG_AGO, "not-our-patient", true, null));
        String duplicate = rejected("duplicate", false);

        assertThat(Tables.count("select count(*) from correction where message_id = ?::uuid", wrongPractice))
                .isEqualTo(1);
        assertThat(Tables.count("select count(*) from correction where message_id = ?::uuid", duplicate))
                .isZero();
    }

    @Test
    void nobodyElse_seesOrClosesIt() {
        String duty = duty(rejected("wrong-patient", true));

        pharmacy("FXX99").get("/corrections").then().statusCode(200).body("corrections", hasSize(0));
        state("FXX99", duty, STATEMENT).then().statusCode(404);
        state(Samples.PHARMACY, "no-id", STATEMENT).then().statusCode(404);
        given().auth()
                .oauth2(TestTokens.of("practice", PRACTICE))
                .get("/corrections")
                .then()
                .statusCode(403);
        given().get("/corrections").then().statusCode(401);
        open("open").then().body("corrections.id", hasItem(duty));
    }

    @Test
    void listIsPaged() {
        for (int i = 0; i < 3; i++) {
            rejected("wrong-patient", true);
        }

        String first = pharmacy(Samples.PHARMACY).get("/corrections?limit=1").path("corrections[0].id");
        String next = pharmacy(Samples.PHARMACY).get("/corrections?limit=1").path("next");
        assertThat(next).isEqualTo(first);
        String second = pharmacy(Samples.PHARMACY)
                .get("/corrections?limit=1&after=" + next)
                .path("corrections[0].id");
        assertThat(second).isGreaterThan(first);
        for (String query : new String[] {"?status=lost", "?limit=0", "?after=x"}) {
            assertThat(pharmacy(Samples.PHARMACY).get("/corrections" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void statementThatCannotBeKept_isRefused() {
        String duty = duty(rejected("wrong-patient", true));

        for (String[] part : new String[][] {
            {"action", ""},
            {"action", "forgotten"},
            {"takenAt", "yesterday"},
            {"takenAt", "2126-01-05T10:00:00Z"},
            {"reference", ""},
            {"reference", "x".repeat(300)},
            {"reference", "for 999 000 0018"}
        }) {
            Map<String, Object> wrong = new java.util.HashMap<>(STATEMENT);
            wrong.put(part[0], part[1]);
            state(Samples.PHARMACY, duty, wrong).then().statusCode(400);
        }
        state(Samples.PHARMACY, duty, Map.of()).then().statusCode(400);
        open("open").then().body("corrections.id", hasItem(duty));
    }

    private static String rejected(String reason, boolean correctionRequired) {
        String id = Sending.xml(PRACTICE, Samples.unique(Samples.PHARMACY_FIRST))
                .statusCode(202)
                .extract()
                .path("id");
        Neighbours.FILING.tell(new ItemRejected(id, PRACTICE, LONG_AGO, reason, correctionRequired, null));
        await().atMost(Duration.ofSeconds(30)).until(() -> Sending.status(id).equals("rejected"));
        return id;
    }

    private static String duty(String message) {
        return open("open").path("corrections.find { it.updateRecord == '" + message + "' }.id");
    }

    private static String at(String duty) {
        return "corrections.find { it.id == '" + duty + "' }.";
    }

    private static Response open(String status) {
        return pharmacy(Samples.PHARMACY).get("/corrections?limit=500&status=" + status);
    }

    private static Response state(String pharmacy, String duty, Map<String, Object> statement) {
        return pharmacy(pharmacy)
                .contentType("application/json")
                .body(statement)
                .post("/corrections/{id}/statement", duty);
    }

    private static RequestSpecification pharmacy(String ods) {
        return given().auth().oauth2(TestTokens.of("pharmacy", ods));
    }
}
