package io.consentry.consent.erasedisclosure;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.connect;
import static io.consentry.consent.Calls.newPractice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class ErasureResourceTest {

    private static final String DOCUMENT = "ab".repeat(32);

    private static ValidatableResponse erase(String role, String body) {
        return as(role, "OPS01")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/audit/erasures")
                .then();
    }

    private static String body(String position) {
        return "{\"position\":" + position + ",\"basis\":\"erasure-request\",\"documentSha256\":\"" + DOCUMENT + "\"}";
    }

    private static String decideWithANote(String practice) throws SQLException {
        as("data-controller", practice)
                .contentType(ContentType.JSON)
                .body("{\"decision\":\"opted-in\",\"reason\":\"other\",\"note\":\"asked by Mrs Example\"}")
                .put("/practices/" + practice + "/consent")
                .then()
                .statusCode(200);
        return ask("select position from consent_event where event_name = 'PracticeOptedIn' and practice = '" + practice
                + "'");
    }

    @Test
    void erasure_takesNameAndNote_andLeavesEveryHashAsItWas() throws SQLException {
        String practice = newPractice();
        String position = decideWithANote(practice);
        String history = "/practices/" + practice + "/consent/history";
        as("practice", practice).get(history).then().body(containsString("Mrs Example"));
        String leaves = "select string_agg(leaf || encode(leaf_hash, 'hex'), '' order by position) from consent_event"
                + " where practice = '" + practice + "'";
        String before = ask(leaves);

        erase("operator", body(position)).statusCode(204);

        as("practice", practice)
                .get(history)
                .then()
                .body("events.size()", equalTo(2))
                .body(not(containsString("Mrs Example")))
                .body(not(containsString("disclosed")));
        assertThat(ask(leaves)).isEqualTo(before);
        assertThat(
                        ask(
                                "select bool_and(leaf_hash = sha256('\\x00'::bytea || convert_to(leaf, 'UTF8'))) from consent_event"))
                .isEqualTo("t");
        assertThat(ask("select concat_ws(' ', leaf::jsonb -> 'about' ->> 'erased', leaf::jsonb -> 'about' ->> 'basis',"
                        + " leaf::jsonb -> 'actor' ->> 'role') from consent_event where event_name = 'DisclosureErased'"
                        + " and leaf::jsonb -> 'about' ->> 'erased' = '" + position + "'"))
                .isEqualTo(position + " erasure-request operator");
    }

    @Test
    void erasure_isOneEvent_howeverOftenItIsAskedFor() throws SQLException {
        String position = decideWithANote(newPractice());
        erase("operator", body(position)).statusCode(204);
        String events = ask("select count(*) from consent_event");

        erase("operator", body(position)).statusCode(204);

        assertThat(ask("select count(*) from consent_event")).isEqualTo(events);
    }

    @Test
    void erasure_isDoneByTheDatabase_onlyForAnEventThatSaysSo() throws SQLException {
        String position = decideWithANote(newPractice());
        String before = ask("select count(*) from disclosure");
        try (var runtime = connect("consent_runtime");
                var statement = runtime.createStatement()) {
            statement.execute("select erase_disclosure(event_id) from consent_event where position = " + position);
        }
        assertThat(ask("select count(*) from disclosure")).isEqualTo(before);
    }

    @Test
    void erasure_isForOperators_andSaysWhatItRestsOn() throws SQLException {
        String position = decideWithANote(newPractice());
        for (String role : new String[] {"pharmacy", "practice", "data-controller", "auditor", "programme"}) {
            erase(role, body(position)).statusCode(403);
        }
        erase("operator", "[]").statusCode(400);
        erase("operator", "{}").statusCode(422);
        erase(
                        "operator",
                        "{\"position\":" + position + ",\"basis\":\"because\",\"documentSha256\":\"" + DOCUMENT + "\"}")
                .statusCode(422);
        erase("operator", "{\"position\":" + position + ",\"basis\":\"court-order\"}")
                .statusCode(422);
        erase("operator", body("999999999")).statusCode(404);
        erase("operator", body("0")).statusCode(404);
    }
}
