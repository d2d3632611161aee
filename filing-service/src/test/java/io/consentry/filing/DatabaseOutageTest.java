package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.ClosedDatabase;
import io.consentry.testing.LogLines;
import io.consentry.testing.Outage;
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
        Reviewer.letManyBeFiledTogether(practice);
        item = SentMessage.to(practice).sendPlain();
        ada.awaitItem(item);
    }

    private Response rejectAll() {
        return ada.asking()
                .contentType(ContentType.JSON)
                .body("{\"receivedBefore\": \"2026-11-01T00:00:00Z\", \"reason\": \"other\"}")
                .post("/practices/" + practice + "/items/reject-all");
    }

    @ParameterizedTest
    @ValueSource(strings = {DISK_FULL, "53300", "57P01", "08006"})
    void act_isDoneByTheSameRequest_onceTheDatabaseTakesEventsAgain(String state) throws SQLException {
        try (RefusedRows events = RefusedRows.of(SuiteDatabase.FILING, EVENTS, state)) {
            Outage.isAnswered(ada.file(item, "\"0\"", "{}").then());
            Outage.isAnswered(ada.fileWithoutAnswer(item, "\"0\"").then());
            Outage.isAnswered(ada.act(item, "note", "\"0\"", "{\"note\": \"Ask the patient\"}")
                    .then());
            ada.fileTogether(item).then().statusCode(200).body("results[0].problem", equalTo("unavailable"));
        }

        ada.file(item, "\"0\"", "{}").then().statusCode(200);
    }

    @Test
    void item_isNotShown_whereThatItWasOpenedCannotBeRecorded_andOneLineSaysWhy() throws SQLException {
        try (RefusedRows openings = RefusedRows.of(SuiteDatabase.FILING, OPENINGS, DISK_FULL);
                LogLines outage = LogLines.of("io.consentry.outage");
                LogLines faults = LogLines.of("http-problem")) {
            Outage.isAnswered(ada.open(item).then());

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
            Outage.isAnswered(ada.open(item).then());
            Outage.isAnswered(ada.list("").then());
            Outage.isAnswered(ada.file(item, "\"0\"", "{}").then());
            Outage.isAnswered(rejectAll().then());
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
