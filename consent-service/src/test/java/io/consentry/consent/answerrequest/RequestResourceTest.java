package io.consentry.consent.answerrequest;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.newPractice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class RequestResourceTest {

    private static final String LETTER = "{\"from\":\"A national body\",\"what\":\"Remove the button\","
            + "\"receivedAt\":\"2026-06-01T09:00:00Z\",\"documentSha256\":\"" + "ab".repeat(32) + "\"%s}";

    private static ValidatableResponse file(String role, String body) {
        return as(role, "OPS01")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/requests")
                .then();
    }

    private static ValidatableResponse answer(String role, String ods, String id, String answer) {
        return as(role, ods)
                .contentType(ContentType.JSON)
                .body("{\"answer\":\"" + answer + "\",\"reason\":\"Only practices move switches\"}")
                .post("/requests/" + id + "/answer")
                .then();
    }

    private static String filed(String more) {
        return file("operator", LETTER.formatted(more))
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void request_andItsAnswer_canBeReadByEveryRole_andMoveNothing() throws SQLException {
        String before = ask("select count(*) from switch_decision");
        String id = filed("");
        as("pharmacy", "FA001").get("/requests/" + id).then().body("answer", nullValue());
        answer("programme", "NHSE1", id, "declined").statusCode(200).body("answer.answer", equalTo("declined"));
        answer("programme", "NHSE1", id, "declined").statusCode(200);
        answer("operator", "OPS01", id, "accepted").statusCode(409).body("type", equalTo("/problems/already-answered"));

        for (String role :
                new String[] {"pharmacy", "practice", "data-controller", "auditor", "operator", "programme"}) {
            as(role, "ANY01")
                    .get("/requests/" + id)
                    .then()
                    .statusCode(200)
                    .body("what", equalTo("Remove the button"))
                    .body("answer.reason", equalTo("Only practices move switches"));
            as(role, "ANY01").get("/requests?limit=500").then().body("requests.id", hasItem(id));
        }
        assertThat(ask("select count(*) from switch_decision")).isEqualTo(before);
        assertThat(ask("select string_agg(leaf, '') from consent_event where stream_id = 'request/" + id + "'"))
                .contains("A national body")
                .doesNotContain("button")
                .doesNotContain("Only practices");
        assertThat(ask("select count(*) from consent_event where stream_id = 'request/" + id + "'"))
                .isEqualTo("2");
    }

    @Test
    void requestOfOnePractice_isAnsweredByIt_andStandsInItsHistory() {
        String practice = newPractice();
        String id = filed(",\"practice\":\"" + practice + "\"");

        answer("operator", "OPS01", id, "accepted").statusCode(403);
        answer("data-controller", "OTHER1", id, "accepted").statusCode(403);
        answer("practice", practice, id, "accepted").statusCode(403);
        answer("data-controller", practice, id, "declined").statusCode(200);

        as("practice", practice)
                .get("/practices/" + practice + "/consent/history")
                .then()
                .body("events.type", hasItems("RequestReceived", "RequestAnswered"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"from\":\"A\",\"what\":\"B\",\"receivedAt\":\"2026-06-01T09:00:00Z\"}",
                "{\"from\":\"A\",\"what\":\"B\",\"receivedAt\":\"2999-06-01T09:00:00Z\",\"documentSha256\":\"x\"}",
                "{\"from\":\"A\",\"what\":\"999 000 0018\",\"receivedAt\":\"2026-06-01T09:00:00Z\"}",
                "{\"from\":\"A\",\"what\":\"B\",\"receivedAt\":\"2026-06-01T09:00:00Z\",\"practice\":\"x\"}"
            })
    void post_is422_whenTheRequestBreaksARule(String body) {
        file("programme", body).statusCode(422).body("type", equalTo("/problems/invalid-record"));
    }

    @Test
    void answer_is422Or404_whenItBreaksARule() {
        answer("operator", "OPS01", filed(""), "perhaps").statusCode(422);
        answer("operator", "OPS01", "nonsense", "declined").statusCode(404);
    }

    @Test
    void post_isForTheProgrammeAndOperators() {
        for (String role : new String[] {"pharmacy", "practice", "data-controller", "auditor"}) {
            file(role, LETTER.formatted("")).statusCode(403);
        }
        file("operator", "[]").statusCode(400);
    }
}
