package io.consentry.consent.showstate;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.deciding;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.optIn;
import static io.consentry.consent.Calls.with;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class ConsentResourceTest {

    private String practice = "";

    @BeforeEach
    void takeANewPractice() {
        practice = newPractice();
    }

    @Test
    void get_isOptedOutEverywhere_forAPracticeThatNeverDecided() {
        as("pharmacy", "FA001")
                .get("/practices/" + practice + "/consent")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("master.decision", equalTo("opted-out"))
                .body("master.position", equalTo(0))
                .body("master.since", nullValue())
                .body("services.pharmacy-first.effective", equalTo("opted-out"))
                .body("services.blood-pressure-check.effective", equalTo("opted-out"))
                .body("services.contraception.effective", equalTo("opted-out"))
                .body("$", not(hasKey("version")));
    }

    @Test
    void get_answersForThePast_asItWasThen() {
        optIn(practice, "contraception");
        Instant whileIn = Instant.parse(as("practice", practice)
                .get("/practices/" + practice + "/consent")
                .jsonPath()
                .getString("services.contraception.since"));
        deciding(practice, "opted-out")
                .put("/practices/" + practice + "/consent")
                .then()
                .statusCode(200);

        as("auditor", "AUD01")
                .get("/practices/" + practice + "/consent?at=" + whileIn)
                .then()
                .body("services.contraception.effective", equalTo("opted-in"));
        as("auditor", "AUD01")
                .get("/practices/" + practice + "/consent?at=" + whileIn.minusNanos(1000))
                .then()
                .body("master.decision", equalTo("opted-in"))
                .body("services.contraception.effective", equalTo("opted-out"));
        as("auditor", "AUD01")
                .get("/practices/" + practice + "/consent?at=" + whileIn.minusNanos(1))
                .then()
                .body("services.contraception.effective", equalTo("opted-out"));
    }

    @ParameterizedTest
    @CsvSource({
        "pharmacy, FA001, 200",
        "auditor, AUD01, 200",
        "operator, X26, 200",
        "practice, OTHER1, 404",
        "data-controller, OTHER1, 404",
        "programme, NHSE1, 403"
    })
    void get_isAnswered_asTheRoleAllows(String role, String ods, int status) {
        as(role, ods).get("/practices/" + practice + "/consent").then().statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-07-01", "+999999999-12-31T23:59:59Z", "-0001-01-01T00:00:00Z", " "})
    void get_is400_forATimeThatIsNone(String at) {
        as("auditor", "AUD01")
                .queryParam("at", at)
                .get("/practices/" + practice + "/consent")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void get_is401_withoutAGoodToken() {
        given().get("/practices/" + practice + "/consent").then().statusCode(401);
        with(TestTokens.expired("auditor", "AUD01"))
                .get("/practices/" + practice + "/consent")
                .then()
                .statusCode(401);
        with(TestTokens.forged("auditor", "AUD01"))
                .get("/practices/" + practice + "/consent")
                .then()
                .statusCode(401);
    }

    @Test
    void get_is400_forACodeThatIsNone() {
        as("auditor", "AUD01").get("/practices/x/consent").then().statusCode(400);
    }
}
