package io.consentry.consent.recordattempt;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.decision;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.optIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class AttemptsTest {

    @Inject
    Attempts attempts;

    private String practice = "";

    @BeforeEach
    void takeANewPractice() {
        practice = newPractice();
    }

    @Test
    void attempts_areOneEventAndAClosingCount_whenRepeatedWithinAMinute() throws SQLException {
        for (int i = 0; i < 5; i++) {
            tryToMove("opted-in", "X26");
        }
        assertThat(recorded()).isEqualTo("1");

        attempts.closeWindowsOlderThan(0);

        assertThat(recorded()).isEqualTo("1,4");
    }

    @Test
    void attempts_areEventsOfTheirOwn_inTheOtherDirectionOrByAnother() throws SQLException {
        tryToMove("opted-in", "X26");
        tryToMove("opted-out", "X26");
        tryToMove("opted-in", "Y04");

        assertThat(recorded()).isEqualTo("1,1,1");
    }

    @Test
    void attempt_isRecordedWithoutADecision_whenTheBodySaysNone() throws SQLException {
        for (String body : new String[] {"", "[]", "{\"decision\":7}", "x".repeat(100_000)}) {
            as("operator", "X26")
                    .contentType(ContentType.JSON)
                    .body(body)
                    .put("/practices/" + practice + "/consent")
                    .then()
                    .statusCode(403);
        }
        attempts.closeWindowsOlderThan(0);

        assertThat(recorded()).isEqualTo("1,3");
        assertThat(ask("select count(*) from consent_event where practice = '" + practice
                        + "' and leaf::jsonb ? 'decision'"))
                .isEqualTo("0");
    }

    @Test
    void attempt_keepsNoTextOfTheCaller_inThePath() throws SQLException {
        as("operator", "X26")
                .contentType(ContentType.JSON)
                .body(decision("opted-in"))
                .put("/practices/" + practice + "/consent/my-own-words")
                .then()
                .statusCode(403);

        assertThat(ask("select leaf::jsonb ->> 'service' from consent_event where practice = '" + practice + "'"))
                .isEqualTo("unknown");
    }

    @Test
    void attempt_isRecorded_whenItReachesBack() throws SQLException {
        optIn(practice, "contraception");
        as("data-controller", practice)
                .contentType(ContentType.JSON)
                .body("{\"decision\":\"opted-out\",\"reason\":\"trial\",\"effectiveFrom\":\"2024-07-01T00:00:00Z\"}")
                .put("/practices/" + practice + "/consent/contraception")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/effective-in-the-past"));

        assertThat(ask("select concat_ws(' ', leaf::jsonb ->> 'reason', leaf::jsonb ->> 'service',"
                        + " leaf::jsonb ->> 'decision', leaf::jsonb -> 'actor' ->> 'role', leaf::jsonb -> 'about' ->> 'act')"
                        + " from consent_event where event_name = 'OverrideAttempted' and practice = '" + practice
                        + "'"))
                .isEqualTo("retroactive contraception opted-out data-controller move-switch");
    }

    @Test
    void attempt_saysWhatWasTried() throws SQLException {
        tryToMove("opted-out", "X26");
        as("operator", "X26")
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"trial\"}")
                .post("/practices/" + practice + "/consent/pause")
                .then()
                .statusCode(403);
        as("operator", "X26")
                .delete("/practices/" + practice + "/consent/scheduled/1")
                .then()
                .statusCode(403);

        assertThat(ask("select string_agg(leaf::jsonb -> 'about' ->> 'act', ',' order by position)"
                        + " from consent_event where practice = '" + practice + "'"))
                .isEqualTo("move-switch,pause,cancel-scheduled");
    }

    private void tryToMove(String decision, String ods) {
        as("operator", ods)
                .contentType(ContentType.JSON)
                .body(decision(decision))
                .put("/practices/" + practice + "/consent")
                .then()
                .statusCode(403);
    }

    private String recorded() throws SQLException {
        return ask("select string_agg(leaf::jsonb -> 'about' ->> 'attempts', ',' order by position)"
                + " from consent_event where practice = '" + practice + "'");
    }
}
