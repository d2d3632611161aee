package io.consentry.consent.listorganisations;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.deciding;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.optIn;
import static io.consentry.consent.Calls.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class OrganisationResourceTest {

    private String practice = "";

    @BeforeEach
    void takeANewPractice() {
        practice = newPractice();
    }

    private ValidatableResponse describe(String body) {
        return as("operator", "OPS01")
                .contentType(ContentType.JSON)
                .body(body)
                .put("/organisations/" + practice)
                .then();
    }

    private static String body(String kind, boolean open) {
        return "{\"name\":\"The Surgery\",\"kind\":\"" + kind + "\",\"open\":" + open + "}";
    }

    /** As everywhere but in a sandbox. */
    private static void onlyTheOperatorLists() {
        QuarkusMock.installMockForType(new FirstUse(false), FirstUse.class);
    }

    private ValidatableResponse decision() {
        return service()
                .body("{\"questions\":[{\"practice\":\"" + practice + "\",\"service\":\"contraception\"}]}")
                .post("/internal/decisions")
                .then()
                .statusCode(200);
    }

    @Test
    void put_listsAnOrganisation_andEveryRoleCanReadIt() throws SQLException {
        describe(body("practice", true)).statusCode(200).header("ETag", "\"1\"");

        for (String role :
                new String[] {"pharmacy", "practice", "data-controller", "auditor", "operator", "programme"}) {
            as(role, "ANY01")
                    .get("/organisations/" + practice)
                    .then()
                    .statusCode(200)
                    .body("name", equalTo("The Surgery"))
                    .body("kind", equalTo("practice"))
                    .body("open", equalTo(true))
                    .body("successor", nullValue());
        }
        assertThat(ask("select event_name || ' ' || (leaf::jsonb -> 'about' ->> 'organisation') from consent_event"
                        + " where stream_id = 'organisation/" + practice + "'"))
                .isEqualTo("OrganisationListed " + practice);
    }

    @Test
    void put_closesAnOrganisation_inFavourOfOneThatIsListed() {
        String successor = practice;
        describe(body("practice", true)).statusCode(200);
        practice = newPractice();

        describe("{\"name\":\"Old\",\"kind\":\"practice\",\"open\":false,\"successor\":\"" + successor + "\"}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("open", equalTo(false))
                .body("successor", equalTo(successor));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"The Surgery\"}",
                "{\"name\":\" \",\"kind\":\"practice\"}",
                "{\"name\":\"The Surgery\",\"kind\":\"hospital\"}",
                "{\"name\":\"Patient 999 000 0018\",\"kind\":\"practice\"}",
                "{\"name\":\"The Surgery\",\"kind\":\"practice\",\"open\":false,\"successor\":\"NOWHERE9\"}",
                "{\"name\":\"The Surgery\",\"kind\":\"practice\",\"open\":false,\"successor\":\"x\"}"
            })
    void put_is422_whenTheEntryBreaksARule(String body) {
        describe(body).statusCode(422).body("type", equalTo("/problems/invalid-record"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "nonsense", "{\"colour\":\"blue\"}"})
    void put_is400_whenTheBodyCannotBeUnderstood(String body) {
        describe(body).statusCode(400);
    }

    @Test
    void put_isForOperators_andHonoursIfMatch() {
        for (String role : new String[] {"pharmacy", "practice", "data-controller", "auditor", "programme"}) {
            as(role, practice)
                    .contentType(ContentType.JSON)
                    .body(body("practice", true))
                    .put("/organisations/" + practice)
                    .then()
                    .statusCode(403);
        }
        as("operator", "OPS01")
                .header("If-Match", "\"7\"")
                .contentType(ContentType.JSON)
                .body(body("practice", true))
                .put("/organisations/" + practice)
                .then()
                .statusCode(412);
        as("auditor", "AUD01").get("/organisations/" + practice).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, auditor, /consent",
        "GET, pharmacy, /consent",
        "GET, auditor, /consent/history",
        "GET, auditor, /consent/scheduled",
        "GET, operator, /mandates",
        "PUT, operator, /consent",
        "PUT, data-controller, /consent/contraception",
        "DELETE, data-controller, /consent/scheduled/1",
        "POST, practice, /consent/pause",
        "POST, operator, /mandates"
    })
    void everything_is404UnknownPractice_whereTheDirectoryListsNone(String method, String role, String path)
            throws SQLException {
        onlyTheOperatorLists();
        as(role, role.equals("data-controller") || role.equals("practice") ? practice : "ANY01")
                .contentType(ContentType.JSON)
                .body(path.equals("/mandates") ? "{}" : "{\"decision\":\"opted-in\",\"reason\":\"trial\"}")
                .request(method, "/practices/" + practice + path)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-practice"))
                .body("itkCode", equalTo("20002"));
        assertThat(ask("select count(*) from consent_event where practice = '" + practice + "'"))
                .isEqualTo("0");
    }

    @Test
    void decide_isUnknownPractice_whereTheDirectoryListsNoneOrAnotherKind() {
        onlyTheOperatorLists();
        decision().body("answers[0].outcome", equalTo("unknown-practice")).body("answers[0].position", equalTo(0));

        describe(body("pharmacy", true)).statusCode(200);
        decision().body("answers[0].outcome", equalTo("unknown-practice"));

        describe(body("practice", true)).statusCode(200);
        decision().body("answers[0].outcome", equalTo("opted-out"));
    }

    @Test
    void decide_isUnknownPractice_whileThePracticeIsClosed_andNoSwitchMoves() {
        optIn(practice, "contraception");
        describe(body("practice", false)).statusCode(200);
        decision().body("answers[0].outcome", equalTo("unknown-practice"));
        as("auditor", "AUD01")
                .get("/practices/" + practice + "/consent")
                .then()
                .statusCode(200)
                .body("services.contraception.effective", equalTo("opted-in"));

        describe(body("practice", true)).statusCode(200);
        decision().body("answers[0].outcome", equalTo("opted-in"));
    }

    @Test
    void sandbox_listsAPractice_whenItIsFirstNamed() throws SQLException {
        decision().body("answers[0].outcome", equalTo("opted-out"));
        as("auditor", "AUD01").get("/organisations/" + practice).then().statusCode(404);

        deciding(practice, "opted-in")
                .put("/practices/" + practice + "/consent")
                .then()
                .statusCode(200);

        as("auditor", "AUD01")
                .get("/organisations/" + practice)
                .then()
                .statusCode(200)
                .body("kind", equalTo("practice"));
        assertThat(ask("select leaf::jsonb -> 'about' ->> 'basis' from consent_event where stream_id = 'organisation/"
                        + practice + "'"))
                .isEqualTo("first-use");
    }
}
