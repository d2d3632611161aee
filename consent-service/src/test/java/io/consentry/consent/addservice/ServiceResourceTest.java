package io.consentry.consent.addservice;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.deciding;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.notice;
import static io.consentry.consent.Calls.optIn;
import static io.consentry.consent.Calls.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class ServiceResourceTest {

    private static ValidatableResponse add(String ods, String body) {
        return as("operator", ods)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/services")
                .then();
    }

    private static String body(String key, String code, String notice) {
        return "{\"key\":\"" + key + "\",\"codes\":[\"" + code + "\"],\"noticeId\":\"" + notice + "\"}";
    }

    private static ValidatableResponse decision(String practice, String key) {
        return service()
                .body("{\"questions\":[{\"practice\":\"" + practice + "\",\"service\":\"" + key + "\"}]}")
                .post("/internal/decisions")
                .then();
    }

    @Test
    void service_isOffEverywhere_untilAPracticeOptsIn() throws Exception {
        String practice = newPractice();
        optIn(practice, "contraception");
        String notice = notice("urgent-supply", 1);
        add("OPS02", body("next-year", "1577321000000777", notice("next-year", 3600)))
                .statusCode(409)
                .body("type", equalTo("/problems/notice-still-running"));
        deciding(practice, "opted-in")
                .put("/practices/" + practice + "/consent/urgent-supply")
                .then()
                .statusCode(422);
        Thread.sleep(3300);

        add("OPS02", body("urgent-supply", "1577321000000100", notice))
                .statusCode(200)
                .body("services.key", hasItems("contraception", "urgent-supply"));
        add("OPS02", body("urgent-supply", "1577321000000100", notice)).statusCode(200);
        add("OPS02", body("urgent-supply", "1577321000000999", notice))
                .statusCode(409)
                .body("type", equalTo("/problems/service-exists"));

        as("practice", practice)
                .get("/practices/" + practice + "/consent")
                .then()
                .body("master.decision", equalTo("opted-in"))
                .body("services.urgent-supply.decision", equalTo("opted-out"));
        decision(practice, "urgent-supply").body("answers[0].outcome", equalTo("opted-out"));
        deciding(practice, "opted-in")
                .put("/practices/" + practice + "/consent/urgent-supply")
                .then()
                .statusCode(200);
        decision(practice, "urgent-supply").body("answers[0].outcome", equalTo("opted-in"));
        assertThat(ask("select string_agg(leaf::jsonb ->> 'reason', ',') from consent_event"
                        + " where stream_id = 'attempts/OPS02'"))
                .isEqualTo("notice-still-running");
        assertThat(
                        ask(
                                "select count(*) from consent_event where event_name = 'ServiceAdded' and leaf like '%urgent-supply%'"))
                .isEqualTo("1");
    }

    @Test
    void catalogue_isToldToEveryRole_andToTheServicesOfTheSuite() {
        for (String role :
                new String[] {"pharmacy", "practice", "data-controller", "auditor", "operator", "programme"}) {
            as(role, "ANY01")
                    .get("/services")
                    .then()
                    .statusCode(200)
                    .body("services.key", hasItems("pharmacy-first", "contraception", "blood-pressure-check"));
        }
        service()
                .get("/internal/catalogue")
                .then()
                .statusCode(200)
                .body("services.find { it.key == 'pharmacy-first' }.codes", hasItem("2129921000000100"));
        as("operator", "OPS02").get("/internal/catalogue").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"key\":\"pause\",\"codes\":[\"1577321000000100\"],\"noticeId\":\"n\"}",
                "{\"key\":\"Flu\",\"codes\":[\"1577321000000100\"],\"noticeId\":\"n\"}",
                "{\"key\":\"flu\",\"codes\":[],\"noticeId\":\"n\"}",
                "{\"key\":\"flu\",\"codes\":[null],\"noticeId\":\"n\"}",
                "{\"key\":\"flu\",\"codes\":[\"12\"],\"noticeId\":\"n\"}",
                "{\"key\":\"flu\",\"codes\":[\"1577321000000100\",\"1577321000000100\"],\"noticeId\":\"n\"}",
                "{\"key\":\"flu\",\"codes\":[\"1577321000000100\"],\"noticeId\":\"no-such-notice\"}",
                "{\"key\":\"flu\",\"codes\":[\"1659121000000101\"],\"noticeId\":\"n\"}"
            })
    void post_is422_whenTheServiceBreaksARule(String body) {
        add("OPS03", body).statusCode(422).body("type", equalTo("/problems/invalid-record"));
        as("auditor", "AUD01").get("/services").then().body("services.key", not(hasItem("flu")));
    }

    @Test
    void post_isForOperators() {
        for (String role : new String[] {"pharmacy", "practice", "data-controller", "auditor", "programme"}) {
            as(role, "ANY01")
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/services")
                    .then()
                    .statusCode(403);
        }
        add("OPS03", "[]").statusCode(400);
    }
}
