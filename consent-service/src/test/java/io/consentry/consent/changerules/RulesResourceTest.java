package io.consentry.consent.changerules;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class RulesResourceTest {

    private static ValidatableResponse put(String role, String path, String body) {
        return as(role, "OPS01")
                .contentType(ContentType.JSON)
                .body(body)
                .put("/rules/" + path)
                .then();
    }

    /** The shorter period waits a second, and is the one that all other tests of the application know. */
    @Test
    void noticePeriod_isChangedAtOnceOrLater_andAllOfItIsListed() throws Exception {
        put("operator", "notice-period", "{\"period\":\"PT2S\",\"note\":\"asked for by practices\"}")
                .statusCode(200)
                .body("firstNoticePeriod", equalTo("PT1S"))
                .body("changes[-1].rule", equalTo("notice-period"))
                .body("changes[-1].was", equalTo("PT1S"))
                .body("changes[-1].value", equalTo("PT2S"))
                .body("changes[-1].note", equalTo("asked for by practices"));
        String from = put("operator", "notice-period", "{\"period\":\"PT1S\"}")
                .statusCode(200)
                .body("changes[-1].was", equalTo("PT2S"))
                .extract()
                .path("changes[-1].effectiveFrom");
        assertThat(ask("select bool_and(r.effective_from >= e.recorded_at + r.was::interval) from rule_change r"
                        + " join consent_event e using (position) where r.effective_from > e.recorded_at"))
                .isEqualTo("t");
        Thread.sleep(2100);
        put("operator", "notice-period", "{\"period\":\"PT1S\"}")
                .statusCode(200)
                .body("changes[-1].effectiveFrom", equalTo(from));
        service().get("/internal/safeguards").then().body("safeguards.name", not(hasItem("notice-period")));
    }

    @Test
    void safeguard_isChangedInSightOfEverybody() {
        put("operator", "safeguards/some-rule", "{\"mode\":\"flag\"}")
                .statusCode(200)
                .body("changes.find { it.rule == 'some-rule' }.value", equalTo("flag"));
        for (String role :
                new String[] {"pharmacy", "practice", "data-controller", "auditor", "operator", "programme"}) {
            as(role, "ANY01")
                    .get("/rules/changes")
                    .then()
                    .statusCode(200)
                    .body("changes.find { it.rule == 'some-rule' }.value", equalTo("flag"));
        }
    }

    @Test
    void modesThatHold_areToldToTheServices_andToNobodyElse() {
        put("operator", "safeguards/other-rule", "{\"mode\":\"off\"}").statusCode(200);
        put("operator", "safeguards/other-rule", "{\"mode\":\"reject\"}").statusCode(200);

        service()
                .get("/internal/safeguards")
                .then()
                .statusCode(200)
                .body("safeguards.findAll { it.name == 'other-rule' }.mode", equalTo(List.of("reject")));
        as("operator", "X26").get("/internal/safeguards").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "notice-period | {}",
                "notice-period | {\"period\":\"soon\"}",
                "notice-period | {\"period\":\"PT-1S\"}",
                "notice-period | {\"period\":\"P99999D\"}",
                "notice-period | {\"period\":\"P28D\",\"note\":\"999 000 0018\"}",
                "safeguards/some-rule | {\"mode\":\"shout\"}",
                "safeguards/NotOne | {\"mode\":\"off\"}",
                "safeguards/notice-period | {\"mode\":\"off\"}"
            })
    void put_is422_whenTheChangeBreaksARule(String path, String body) {
        put("operator", path, body).statusCode(422).body("type", equalTo("/problems/invalid-record"));
    }

    @Test
    void put_isForOperators() {
        for (String role : new String[] {"pharmacy", "practice", "data-controller", "auditor", "programme"}) {
            put(role, "notice-period", "{\"period\":\"P28D\"}").statusCode(403);
            put(role, "safeguards/some-rule", "{\"mode\":\"off\"}").statusCode(403);
        }
        put("operator", "notice-period", "[]").statusCode(400);
    }
}
