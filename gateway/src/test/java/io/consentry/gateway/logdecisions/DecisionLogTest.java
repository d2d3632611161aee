package io.consentry.gateway.logdecisions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.gateway.GatewayTest;
import io.consentry.gateway.standin.StandInServices;
import io.consentry.testing.LogLines;
import io.consentry.testing.TestTokens;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class DecisionLogTest {

    private LogLines log;

    @BeforeEach
    void listen() {
        StandInServices.reset();
        log = LogLines.of(DecisionLog.CATEGORY);
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void writesWhoWasAllowedWhat() {
        given().auth()
                .oauth2(TestTokens.of("practice", "Z00001", "a-person"))
                .header("X-Request-ID", "request-7")
                .get("/practices/Z00001/items/42?note=secret")
                .then()
                .statusCode(200);

        assertThat(only())
                .isEqualTo(new JsonObject()
                        .put("outcome", "allowed")
                        .put("route", "GET /practices/{ods}/items/{id}")
                        .put("requestId", "request-7")
                        .put("organisation", "Z00001")
                        .put("role", "practice")
                        .put("about", "Z00001"));
        assertThat(log.messages().get(0)).doesNotContain("42", "secret", "a-person");
    }

    @Test
    void writesEveryRefusal() {
        given().get("/audit/consent-events");
        given().auth().oauth2(TestTokens.expired("auditor", "X26")).get("/audit/consent-events");
        given().auth().oauth2(TestTokens.of("operator", "X26")).get("/audit/consent-events");
        given().auth().oauth2(TestTokens.of("practice", "Z00002")).get("/practices/Z00001/items");
        given().auth().oauth2(TestTokens.of("practice", "z.1")).get("/practices/z.1/items");

        assertThat(log.messages().stream().map(JsonObject::new).map(line -> line.getString("outcome")))
                .containsExactly("unauthenticated", "token-refused", "wrong-role", "other-organisation", "malformed");
        assertThat(new JsonObject(log.messages().get(4)).getString("about")).isEqualTo("malformed");
    }

    @Test
    void staysOneLine_whateverATokenHolds() {
        String forged = "x\n{\"outcome\":\"allowed\"}\r\u2028";

        given().auth().oauth2(TestTokens.of(forged, forged)).get("/audit/consent-events");

        assertThat(log.messages().get(0)).doesNotContain("\n", "\r");
        assertThat(only().getString("outcome")).isEqualTo("wrong-role");
        assertThat(only().getString("organisation")).isEqualTo(forged);
        assertThat(only().getString("role")).isEqualTo("none");
    }

    @Test
    void countsThem_thoseWithATokenThatIsRefusedApart() {
        double without = counted("unauthenticated");
        double refused = counted("token-refused");

        given().get("/audit/consent-events");
        given().auth().oauth2(TestTokens.expired("auditor", "X26")).get("/audit/consent-events");
        given().auth().oauth2(TestTokens.forged("auditor", "X26")).get("/audit/consent-events");

        assertThat(counted("unauthenticated")).isEqualTo(without + 1);
        assertThat(counted("token-refused")).isEqualTo(refused + 2);
    }

    private static double counted(String outcome) {
        String metrics = given().auth()
                .oauth2(TestTokens.of("operator", "X26"))
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String name = "consentry_decisions_total{outcome=\"" + outcome + "\"";
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject only() {
        assertThat(log.messages()).hasSize(1);
        return new JsonObject(log.messages().get(0));
    }
}
