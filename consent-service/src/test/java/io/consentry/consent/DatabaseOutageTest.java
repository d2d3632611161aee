package io.consentry.consent;

import static org.hamcrest.Matchers.equalTo;

import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.ClosedDatabase;
import io.consentry.testing.Outage;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.RefusedRows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database is full or away: a practice is told to decide again, not that the suite is broken. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class DatabaseOutageTest {

    private static final String EVENTS = "consent_event";

    private final String practice = Calls.newPractice();

    private Response optIn() {
        return Calls.deciding(practice, "opted-in").put("/practices/" + practice + "/consent");
    }

    private Response state() {
        return Calls.as("practice", practice).get("/practices/" + practice + "/consent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "57P02", "08006"})
    void decision_isRecordedByTheSameRequest_onceTheDatabaseTakesEventsAgain(String state) throws SQLException {
        try (RefusedRows events = RefusedRows.of(SuiteDatabase.CONSENT, EVENTS, state)) {
            Outage.isAnswered(optIn().then());
        }

        optIn().then().statusCode(200);
    }

    @Test
    void everything_mayBeAskedAgain_whileTheDatabaseIsAway() throws SQLException {
        try (ClosedDatabase away = ClosedDatabase.of(SuiteDatabase.CONSENT)) {
            Outage.isAnswered(state().then());
            Outage.isAnswered(optIn().then());
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> optIn().statusCode() == 200 && state().statusCode() == 200);
    }

    @Test
    void aFaultOfOurOwn_isNotTakenForAnOutage() throws SQLException {
        try (RefusedRows events = RefusedRows.of(SuiteDatabase.CONSENT, EVENTS, "P0001")) {
            optIn().then().statusCode(500).body("type", equalTo("/problems/internal-error"));
        }
    }
}
