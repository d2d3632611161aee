package io.consentry.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.ClosedDatabase;
import io.consentry.testing.LogLines;
import io.consentry.testing.Outage;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.RefusedRows;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database is full or away: nothing is wrong with a message, and its sender is told to send it again. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class DatabaseOutageTest {

    private static final String PRACTICE = "OUT001";
    private static final String MESSAGES = "message";

    private final byte[] message = Samples.unique(Samples.PHARMACY_FIRST);

    @BeforeEach
    void thePracticeIsIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
    }

    private ValidatableResponse send() {
        return Sending.xml(PRACTICE, message);
    }

    @Test
    void message_isKeptWhenSentAgain_onceTheDiskHasRoom_andOneLineSaysWhy() throws SQLException {
        try (RefusedRows messages = RefusedRows.of(SuiteDatabase.INGEST, MESSAGES, "53100");
                LogLines outage = LogLines.of("io.consentry.outage");
                LogLines faults = LogLines.of("http-problem")) {
            Outage.isAnswered(send());

            assertThat(outage.all()).singleElement().satisfies(line -> assertThat(line.getThrown())
                    .isNull());
            assertThat(faults.all()).isEmpty();
        }

        send().statusCode(202);
    }

    @Test
    void senderThatWantsAnItkAnswer_getsOne_whileTheDiskIsFull() throws SQLException {
        try (RefusedRows messages = RefusedRows.of(SuiteDatabase.INGEST, MESSAGES, "53100")) {
            String answer = given().auth()
                    .oauth2(TestTokens.of("pharmacy", Samples.PHARMACY))
                    .header("Content-Type", MalformedMessages.XML)
                    .accept(MalformedMessages.XML)
                    .body(message)
                    .post("/practices/{ods}/update-records", PRACTICE)
                    .then()
                    .statusCode(503)
                    .contentType(containsString(MalformedMessages.XML))
                    .header("Retry-After", "5")
                    .extract()
                    .asString();

            assertThat(answer).contains("Send the same again");
        }
    }

    @Test
    void everything_mayBeAskedAgain_whileTheDatabaseIsAway() throws SQLException {
        String kept = send().statusCode(202).extract().path("id");
        try (ClosedDatabase away = ClosedDatabase.of(SuiteDatabase.INGEST)) {
            Outage.isAnswered(Sending.story("pharmacy", Samples.PHARMACY, kept));
            Outage.isAnswered(send());
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> send().extract().statusCode() == 200);
    }

    @Test
    void aFaultOfOurOwn_isNotTakenForAnOutage() throws SQLException {
        try (RefusedRows messages = RefusedRows.of(SuiteDatabase.INGEST, MESSAGES, "P0001")) {
            send().statusCode(500).body("type", equalTo("/problems/internal-error"));
        }
    }
}
