package io.consentry.consent.moveswitch;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.deciding;
import static io.consentry.consent.Calls.decision;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.optIn;
import static io.consentry.consent.Calls.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class SwitchResourceTest {

    private String practice = "";

    @BeforeEach
    void takeANewPractice() {
        practice = newPractice();
    }

    private String master() {
        return "/practices/" + practice + "/consent";
    }

    private ValidatableResponse put(String body) {
        return as("data-controller", practice)
                .contentType(ContentType.JSON)
                .body(body)
                .put(master())
                .then();
    }

    @Test
    void put_movesTheMasterSwitch_forItsDataController() {
        deciding(practice, "opted-in")
                .put(master())
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("practice", equalTo(practice))
                .body("master.decision", equalTo("opted-in"))
                .body("master.position", greaterThan(0))
                .body("services.contraception.decision", equalTo("opted-out"))
                .body("services.contraception.effective", equalTo("opted-out"));
    }

    @Test
    void put_changesNothing_whenTheSwitchStandsThereAlready() throws SQLException {
        deciding(practice, "opted-in").put(master()).then().statusCode(200);

        deciding(practice, "opted-in").put(master()).then().statusCode(200).header("ETag", "\"2\"");

        assertThat(ask("select string_agg(event_name, ',' order by position) from consent_event where practice = '"
                        + practice + "'"))
                .isEqualTo("MandateGranted,PracticeOptedIn");
    }

    @Test
    void put_makesAServiceEffective_onlyTogetherWithTheMaster() {
        deciding(practice, "opted-in")
                .put(master() + "/contraception")
                .then()
                .statusCode(200)
                .body("services.contraception.decision", equalTo("opted-in"))
                .body("services.contraception.effective", equalTo("opted-out"));

        deciding(practice, "opted-in")
                .put(master())
                .then()
                .body("services.contraception.effective", equalTo("opted-in"))
                .body("services.pharmacy-first.effective", equalTo("opted-out"));
    }

    @Test
    void put_keepsNoteAndNameApartFromTheEvent() throws SQLException {
        put("{\"decision\":\"opted-in\",\"reason\":\"other\",\"note\":\"asked by the partners\"}")
                .statusCode(200);

        assertThat(ask("select leaf || convert_from(payload, 'UTF8') || convert_from(metadata, 'UTF8')"
                        + " from consent_event where event_name = 'PracticeOptedIn' and practice = '" + practice + "'"))
                .doesNotContain("partners")
                .doesNotContain("Name of");
        assertThat(ask("select name || ': ' || note from disclosure join consent_event using (position)"
                        + " where event_name = 'PracticeOptedIn' and practice = '" + practice + "'"))
                .isEqualTo("Name of data-controller-of-" + practice + ": asked by the partners");
    }

    @Test
    void put_isHonoured_whenIfMatchIsCurrent() {
        deciding(practice, "opted-in")
                .header("If-Match", "\"0\"")
                .put(master())
                .then()
                .statusCode(200);
        deciding(practice, "opted-out")
                .header("If-Match", "*")
                .put(master())
                .then()
                .statusCode(200);
    }

    @Test
    void put_is412WithTheCurrentState_whenIfMatchIsStale() {
        optIn(practice, "contraception");

        deciding(practice, "opted-out")
                .header("If-Match", "\"1\"")
                .put(master())
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .header("ETag", "\"3\"")
                .body("type", equalTo("/problems/stale-version"))
                .body("current.master.decision", equalTo("opted-in"));
    }

    @Test
    void put_is400_whenIfMatchIsNoETag() {
        deciding(practice, "opted-in")
                .header("If-Match", "latest")
                .put(master())
                .then()
                .statusCode(400);
    }

    @Test
    void put_schedulesTheMove_whenEffectiveFromIsToCome() {
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

        put("{\"decision\":\"opted-in\",\"reason\":\"trial\",\"effectiveFrom\":\"" + tomorrow + "\"}")
                .statusCode(200)
                .body("master.decision", equalTo("opted-out"))
                .body("master.position", equalTo(0));

        as("data-controller", practice)
                .get(master() + "?at=" + tomorrow)
                .then()
                .body("master.decision", equalTo("opted-in"))
                .body("master.since", equalTo(tomorrow.toString()));
        as("data-controller", practice)
                .get(master() + "?at=" + tomorrow.minusMillis(1))
                .then()
                .body("master.decision", equalTo("opted-out"));
    }

    @Test
    void put_is422_whenEffectiveFromHasPassed() {
        put("{\"decision\":\"opted-in\",\"reason\":\"trial\",\"effectiveFrom\":\"2024-07-01T00:00:00Z\"}")
                .statusCode(422)
                .body("type", equalTo("/problems/effective-in-the-past"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"decision\":\"maybe\",\"reason\":\"trial\"}",
                "{\"decision\":\"opted-in\"}",
                "{\"decision\":\"opted-in\",\"reason\":\"because\"}",
                "{\"decision\":\"opted-in\",\"reason\":\"trial\",\"note\":\"patient 999 000 0018\"}",
                "{\"decision\":\"opted-in\",\"reason\":\"trial\",\"note\":\"\\u0000\"}",
                "{\"decision\":\"opted-in\",\"reason\":\"trial\",\"effectiveFrom\":\"+999999999-12-31T00:00:00Z\"}",
                "{\"decision\":\"opted-in\",\"reason\":\"trial\",\"note\":\"\\ud83d\"}"
            })
    void put_is422_whenTheDecisionBreaksARule(String body) {
        put(body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-decision"))
                .body(not(containsString("999 000 0018")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "not json",
                "{\"decision\":",
                "{\"decision\":\"opted-in\",\"reason\":\"trial\",\"effectiveFrom\":\"soon\"}",
                "{\"decision\":\"opted-in\",\"reason\":\"trial\",\"effectiveFrom\":\"\"}",
                "{\"decision\":\"opted-in\",\"reason\":\"trial\",\"effectiveFrom\":\" \"}",
                "{\"decision\":\"opted-in\",\"reason\":\"trial\",\"effectiveFrom\":4102444800}",
                "{\"decision\":\"opted-in\",\"reason\":\"trial\",\"effectiveFrom\":\"4102444800\"}",
                "{\"decision\":\"opted-in\",\"reason\":\"trial\",\"effectiveFrom\":1e999}",
                "{\"decision\":\"opted-out\",\"decision\":\"opted-in\",\"reason\":\"trial\"}",
                "{\"decision\":\"opted-in\",\"reason\":\"trial\"}{\"decision\":\"opted-out\",\"reason\":\"trial\"}",
                "{\"decision\":\"opted-in\",\"reason\":\"trial\"} and more",
                "{\"decision\":\"opted-in\",\"reason\":\"trial\",\"colour\":\"blue\"}"
            })
    void put_is400_whenTheBodyCannotBeUnderstood(String body) {
        put(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/bad-request"))
                .body(not(containsString("soon")))
                .body(not(containsString("java")));
        as("data-controller", practice).get(master()).then().body("master.position", equalTo(0));
    }

    @Test
    void put_saysWhere_whenTheBodyIsNoJson() {
        put("{\"decision\":\n opted-in}").statusCode(400).body("detail", containsString("line 2, column"));
    }

    /** Byte orders that nobody uses, and bytes that are no text in any. */
    @ParameterizedTest
    @ValueSource(strings = {"0000FFFE0000", "0000FEFF00110000", "FFFE00007B007B7B", "7BFF7D", "1F8B0800"})
    void put_is400_whenTheBytesAreNoText(String hex) {
        as("data-controller", practice)
                .contentType(ContentType.JSON)
                .body(HexFormat.of().parseHex(hex))
                .put(master())
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-request"));
    }

    @Test
    void put_is422_whenTheServiceIsUnknown() {
        deciding(practice, "opted-in")
                .put(master() + "/no-such-service")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-service"));
    }

    @Test
    void put_is400_whenTheCodeIsNoOdsCode() {
        as("data-controller", practice)
                .contentType(ContentType.JSON)
                .body(decision("opted-in"))
                .put("/practices/not-a-code/consent")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-ods-code"));
    }

    @Test
    void put_is415_whenTheBodyIsNoJson() {
        as("data-controller", practice)
                .contentType("text/plain")
                .body("opted-in")
                .put(master())
                .then()
                .statusCode(415);
    }

    @Test
    void put_is401_withoutAGoodToken() {
        given().contentType(ContentType.JSON)
                .body(decision("opted-in"))
                .put(master())
                .then()
                .statusCode(401);
        for (String token : new String[] {
            TestTokens.expired("data-controller", practice),
            TestTokens.forged("data-controller", practice),
            TestTokens.ofService("ingest-service"),
            "nonsense"
        }) {
            with(token)
                    .contentType(ContentType.JSON)
                    .body(decision("opted-in"))
                    .put(master())
                    .then()
                    .statusCode(401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "data-controller, OTHER1, not-this-practice",
        "operator, X26, not-this-practice",
        "programme, NHSE1, not-this-practice",
        "pharmacy, FA001, not-this-practice",
        "auditor, AUD01, not-this-practice"
    })
    void put_is403AndRecorded_forEverybodyElse(String role, String ods, String reason) throws SQLException {
        as(role, ods)
                .contentType(ContentType.JSON)
                .body(decision("opted-in"))
                .put(master() + "/contraception")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/only-the-practice-decides"));

        assertThat(ask(
                        "select convert_from(payload, 'UTF8')::jsonb - 'actor' || jsonb_build_object('stream', stream_id)"
                                + " from consent_event where practice = '" + practice + "'"))
                .contains("\"reason\": \"" + reason + "\"")
                .contains("\"decision\": \"opted-in\"")
                .contains("\"service\": \"contraception\"")
                .contains("\"stream\": \"attempts/" + ods + "\"");
    }

    @Test
    void put_is403AndRecorded_forAPersonOfThePracticeWithoutTheRole() throws SQLException {
        as("practice", practice)
                .contentType(ContentType.JSON)
                .body(decision("opted-out"))
                .put(master())
                .then()
                .statusCode(403);

        assertThat(ask("select leaf::jsonb ->> 'reason' from consent_event where practice = '" + practice + "'"))
                .isEqualTo("not-a-data-controller");
        as("practice", practice).get(master()).then().header("ETag", "\"0\"");
    }
}
