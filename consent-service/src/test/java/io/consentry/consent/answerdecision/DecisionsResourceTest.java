package io.consentry.consent.answerdecision;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.connect;
import static io.consentry.consent.Calls.deciding;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.optIn;
import static io.consentry.consent.Calls.service;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class DecisionsResourceTest {

    private String practice = "";

    @BeforeEach
    void takeANewPractice() {
        practice = newPractice();
    }

    @Test
    void decide_isOptedOutAtZero_forAPracticeThatNeverDecided() {
        decide(question(practice, "contraception"))
                .statusCode(200)
                .body("answers[0].practice", equalTo(practice))
                .body("answers[0].service", equalTo("contraception"))
                .body("answers[0].outcome", equalTo("opted-out"))
                .body("answers[0].position", equalTo(0))
                .body("answers[0].at", notNullValue());
    }

    @Test
    void decide_restsOnTheLaterSwitch_whenBothAreIn() {
        optIn(practice, "contraception");
        int serviceSwitch = position("services.contraception.position");

        decide(question(practice, "contraception"))
                .body("answers[0].outcome", equalTo("opted-in"))
                .body("answers[0].position", equalTo(serviceSwitch));
    }

    @Test
    void decide_restsOnTheMaster_whenItIsOut() {
        optIn(practice, "contraception");
        deciding(practice, "opted-out").put("/practices/" + practice + "/consent");
        int master = position("master.position");

        decide(question(practice, "contraception"))
                .body("answers[0].outcome", equalTo("opted-out"))
                .body("answers[0].position", equalTo(master));
    }

    @Test
    void decide_restsOnTheService_whenOnlyItIsOut() {
        optIn(practice, "contraception");
        deciding(practice, "opted-out").put("/practices/" + practice + "/consent/contraception");
        int own = position("services.contraception.position");

        decide(question(practice, "contraception"))
                .body("answers[0].outcome", equalTo("opted-out"))
                .body("answers[0].position", equalTo(own));
    }

    @Test
    void decide_answersInTheOrderAsked_alsoTwice() {
        optIn(practice, "contraception");
        String asked = question(practice, "contraception") + "," + question("Q9", "x") + ","
                + question(practice, "pharmacy-first") + "," + question(practice, "contraception");

        decide(asked)
                .body("answers.service", contains("contraception", "x", "pharmacy-first", "contraception"))
                .body("answers.outcome", contains("opted-in", "opted-out", "opted-out", "opted-in"));
    }

    @Test
    void decide_seesAnAcknowledgedDecision_evenIfTheClockWasSetBack() throws SQLException {
        optIn(practice, "contraception");
        try (Connection owner = connect("consent_owner");
                Statement statement = owner.createStatement()) {
            statement.execute("update consent_head set recorded_at = clock_timestamp() + interval '1 second'");
        }
        deciding(practice, "opted-out")
                .put("/practices/" + practice + "/consent")
                .then()
                .statusCode(200);

        JsonPath answer = decide(question(practice, "contraception")).extract().jsonPath();

        assertThat(answer.getString("answers[0].outcome")).isEqualTo("opted-out");
        theClockCatchesUp();
    }

    /** The log is shared with the tests that follow: to them its time must be the machine's again. */
    private static void theClockCatchesUp() throws SQLException {
        try (Connection owner = connect("consent_owner");
                Statement statement = owner.createStatement()) {
            statement.execute("select pg_sleep_until(recorded_at + interval '1 millisecond') from consent_head");
        }
    }

    @Test
    void decide_answersNothing_whenNothingIsAsked() {
        decide("").statusCode(200).body("answers", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"questions\":null}",
                "{\"questions\":[null]}",
                "{\"questions\":[{\"practice\":\"Z1\"}]}",
                "{\"questions\":[{}]}"
            })
    void decide_is400_whenTheQuestionIsNone(String body) {
        service().body(body).post("/internal/decisions").then().statusCode(400);
    }

    @Test
    void decide_isClosed_toEverybodyButTheSuitesServices() {
        given().contentType(ContentType.JSON)
                .body("{\"questions\":[]}")
                .post("/internal/decisions")
                .then()
                .statusCode(401);
        as("operator", "X26")
                .contentType(ContentType.JSON)
                .body("{\"questions\":[]}")
                .post("/internal/decisions")
                .then()
                .statusCode(401);
    }

    private int position(String path) {
        JsonPath state = as("auditor", "AUD01")
                .get("/practices/" + practice + "/consent")
                .jsonPath();
        assertThat(state.getInt(path)).isPositive();
        return state.getInt(path);
    }

    private static String question(String practice, String service) {
        return "{\"practice\":\"" + practice + "\",\"service\":\"" + service + "\"}";
    }

    private static ValidatableResponse decide(String questions) {
        return service()
                .body("{\"questions\":[" + questions + "]}")
                .post("/internal/decisions")
                .then();
    }
}
