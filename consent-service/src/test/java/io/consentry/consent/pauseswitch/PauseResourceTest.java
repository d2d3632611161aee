package io.consentry.consent.pauseswitch;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.deciding;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.optIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class PauseResourceTest {

    private String practice = "";

    @BeforeEach
    void optANewPracticeIn() {
        practice = newPractice();
        optIn(practice, "contraception");
    }

    @Test
    void pause_stopsAllServices_forAnybodyAtThePractice() throws SQLException {
        pause("practice", practice, "{\"reason\":\"clinical-safety\"}")
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("master.decision", equalTo("opted-out"))
                .body("services.contraception.effective", equalTo("opted-out"))
                .body("services.contraception.decision", equalTo("opted-in"));

        assertThat(ask("select event_name from consent_event where practice = '" + practice
                        + "' order by position desc"))
                .isEqualTo("PracticePaused");
    }

    @Test
    void pause_changesNothing_whenOptedOutAlready() {
        pause("practice", practice, "{\"reason\":\"workload\"}").statusCode(200);
        pause("data-controller", practice, "{\"reason\":\"workload\"}")
                .statusCode(200)
                .header("ETag", "\"4\"");
    }

    @ParameterizedTest
    @CsvSource({"practice, OTHER1", "operator, X26", "pharmacy, FA001"})
    void pause_is403AndRecorded_forEverybodyElse(String role, String ods) throws SQLException {
        pause(role, ods, "{\"reason\":\"clinical-safety\"}")
                .statusCode(403)
                .body("type", equalTo("/problems/only-the-practice-decides"));

        assertThat(ask("select leaf::jsonb ->> 'decision' from consent_event where event_name = 'OverrideAttempted'"
                        + " and practice = '" + practice + "'"))
                .isEqualTo("opted-out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":\"why not\"}", "{\"reason\":\"trial\",\"note\":\"9990000018\"}"})
    void pause_is422_whenItBreaksARule(String body) {
        pause("practice", practice, body).statusCode(422);
    }

    @Test
    void pause_is412_whenTheVersionIsStale() {
        as("practice", practice)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"workload\"}")
                .post("/practices/" + practice + "/consent/pause")
                .then()
                .statusCode(412)
                .body("current.master.decision", equalTo("opted-in"));
    }

    /** A pause that is answered is in force, or was: it never gives way to an opt-in of the same moment unseen. */
    @Test
    void pause_isNotLost_whenSomebodyOptsInAtTheSameMoment() throws Exception {
        for (int round = 0; round < 40; round++) {
            deciding(practice, "opted-out").put("/practices/" + practice + "/consent");
            CyclicBarrier start = new CyclicBarrier(2);
            CompletableFuture<Response> optIn = CompletableFuture.supplyAsync(() -> {
                await(start);
                return deciding(practice, "opted-in").put("/practices/" + practice + "/consent");
            });
            await(start);
            String id = practice + "-" + round;
            String answer = as("practice", practice)
                    .contentType(ContentType.JSON)
                    .header("X-Request-ID", id)
                    .body("{\"reason\":\"clinical-safety\"}")
                    .post("/practices/" + practice + "/consent/pause")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("master.decision");
            assertThat(optIn.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);

            String kept = ask("select event_name from consent_event where leaf::jsonb ->> 'requestId' = '" + id + "'");
            assertThat(List.of(answer, kept))
                    .as("answer and event of round %d", round)
                    .containsAnyOf("opted-out", "PracticePaused");
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private ValidatableResponse pause(String role, String ods, String body) {
        return as(role, ods)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/practices/" + practice + "/consent/pause")
                .then();
    }
}
