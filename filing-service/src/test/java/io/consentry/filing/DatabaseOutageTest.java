package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.ClosedDatabase;
import io.consentry.testing.LogLines;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.RefusedRows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database is full or away: nothing is wrong with what a person asks for, and they are told to ask again. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class DatabaseOutageTest {

    private static final String DISK_FULL = "53100";
    private static final String EVENTS = "stored_event";
    private static final String OPENINGS = "item_opening";

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);
    private String item = "";

    @BeforeEach
    void anItemWaits() {
        Reviewer controller = new Reviewer(practice, "data-controller", "dana");
        controller
                .asking()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("{\"undoSeconds\": 3600, \"bulkFiling\": true, \"patientVisible\": true}")
                .put("/practices/" + practice + "/settings")
                .then()
                .statusCode(200);
        item = SentMessage.to(practice).sendPlain();
        ada.awaitItem(item);
    }

    private static void mayBeAskedAgain(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", equalTo("/problems/unavailable"));
    }

    private Response rejectAll() {
        return ada.asking()
                .contentType(ContentType.JSON)
                .body("{\"receivedBefore\": \"2026-11-01T00:00:00Z\", \"reason\": \"other\"}")
                .post("/practices/" + practice + "/items/reject-all");
    }

    private Response fileTogether() {
        return ada.asking()
                .contentType(ContentType.JSON)
                .body("{\"items\": [{\"id\": \"" + item + "\", \"version\": 0}]}")
                .post("/practices/" + practice + "/filings");
    }

    @ParameterizedTest
    @ValueSource(strings = {DISK_FULL, "53300", "57P01", "08006"})
    void act_isDoneByTheSameRequest_onceTheDatabaseTakesEventsAgain(String state) throws SQLException {
        try (RefusedRows events = RefusedRows.of(SuiteDatabase.FILING, EVENTS, state)) {
            mayBeAskedAgain(ada.file(item, "\"0\"", "{}"));
            mayBeAskedAgain(ada.fileWithoutAnswer(item, "\"0\""));
            mayBeAskedAgain(ada.act(item, "note", "\"0\"", "{\"note\": \"Ask the patient\"}"));
            fileTogether().then().statusCode(200).body("results[0].problem", equalTo("unavailable"));
        }

        ada.file(item, "\"0\"", "{}").then().statusCode(200);
    }

    @Test
    void item_isNotShown_whereThatItWasOpenedCannotBeRecorded_andOneLineSaysWhy() throws SQLException {
        try (RefusedRows openings = RefusedRows.of(SuiteDatabase.FILING, OPENINGS, DISK_FULL);
                LogLines outage = LogLines.of("io.consentry.outage");
                LogLines faults = LogLines.of("http-problem")) {
            mayBeAskedAgain(ada.open(item));

            assertThat(outage.all()).singleElement().satisfies(line -> {
                assertThat(line.getThrown()).isNull();
                assertThat(line.getMessage()).contains("database").doesNotContain("\n");
            });
            assertThat(faults.all()).isEmpty();
        }

        ada.open(item).then().statusCode(200);
    }

    @Test
    void everything_mayBeAskedAgain_whileTheDatabaseIsAway() throws SQLException {
        try (ClosedDatabase away = ClosedDatabase.of(SuiteDatabase.FILING)) {
            mayBeAskedAgain(ada.open(item));
            mayBeAskedAgain(ada.list(""));
            mayBeAskedAgain(ada.file(item, "\"0\"", "{}"));
            mayBeAskedAgain(rejectAll());
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> ada.file(item, "\"0\"", "{}").statusCode() == 200);
    }

    @Test
    void aFaultOfOurOwn_isNotTakenForAnOutage() throws SQLException {
        try (RefusedRows openings = RefusedRows.of(SuiteDatabase.FILING, OPENINGS, "22000")) {
            ada.open(item).then().statusCode(500).body("type", equalTo("/problems/internal-error"));
        }
        try (RefusedRows events = RefusedRows.of(SuiteDatabase.FILING, EVENTS, "P0001")) {
            ada.file(item, "\"0\"", "{}").then().statusCode(500).body("type", equalTo("/problems/internal-error"));
        }
    }
}
