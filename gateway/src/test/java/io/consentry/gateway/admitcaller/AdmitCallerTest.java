package io.consentry.gateway.admitcaller;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.gateway.GatewayTest;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.consentry.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GatewayTest
class AdmitCallerTest {

    @BeforeEach
    void reset() {
        StandInServices.reset();
    }

    @ParameterizedTest(name = "{2} of {3}: {0} {1} -> {4}")
    @CsvSource({
        "POST, /practices/Z00001/update-records,      pharmacy,        FA123,  200",
        "POST, /practices/Z00001/update-records,      practice,        Z00001, 403",
        "GET,  /update-records,                       pharmacy,        FA123,  200",
        "GET,  /update-records,                       practice,        Z00001, 403",
        "GET,  /update-records/1,                     practice,        Z00001, 200",
        "GET,  /update-records/1,                     auditor,         X26,    403",
        "GET,  /practices/Z00001/consent,             pharmacy,        FA123,  200",
        "GET,  /practices/Z00001/consent,             practice,        Z00001, 200",
        "GET,  /practices/Z00001/consent,             practice,        Z00002, 404",
        "GET,  /practices/Z00001/consent,             operator,        X26,    200",
        "GET,  /practices/Z00001/consent,             programme,       X26,    403",
        "PUT,  /practices/Z00001/consent,             operator,        X26,    200",
        "PUT,  /practices/Z00001/consent/contraception, data-controller, Z00002, 200",
        "GET,  /practices/Z00001/consent/history,     data-controller, Z00001, 200",
        "GET,  /practices/Z00001/consent/history,     data-controller, Z00002, 404",
        "GET,  /practices/Z00001/consent/history,     auditor,         X26,    200",
        "GET,  /audit/consent-events,                 practice,        Z00001, 403",
        "GET,  /practices/Z00001/items,               practice,        Z00001, 200",
        "GET,  /practices/Z00001/items,               practice,        Z00002, 404",
        "GET,  /practices/Z00001/items,               operator,        Z00001, 403",
        "GET,  /practices/Z00001/items/1,             data-controller, Z00001, 200",
        "POST, /practices/Z00001/items/1/file,        practice,        Z00001, 200",
        "POST, /practices/Z00001/items/1/reject,      practice,        Z00002, 404",
        "GET,  /practices/z1/items,                   practice,        z1,     400",
        "GET,  /practices/z1/consent,                 pharmacy,        FA123,  400",
        "GET,  /practices/Z00001/items,               stranger,        Z00001, 403",
        "GET,  /q/metrics,                            operator,        X26,    200",
        "GET,  /q/metrics,                            practice,        Z00001, 403",
    })
    void passesOrRefuses_byRoleAndOrganisation(String method, String path, String role, String ods, int status) {
        given().auth()
                .oauth2(TestTokens.of(role, ods))
                .contentType("application/json")
                .body(method.equals("GET") ? "" : "{}")
                .request(method, path)
                .then()
                .statusCode(status);

        int reached = StandIn.INGEST.received().size()
                + StandIn.CONSENT.received().size()
                + StandIn.FILING.received().size();
        assertThat(reached).isEqualTo(status == 200 && !path.startsWith("/q/") ? 1 : 0);
    }

    @Test
    void refusesACallWithoutToken_andSaysHowToCome() {
        given().get("/practices/Z00001/items")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .header("Cache-Control", "no-store")
                .body("type", equalTo("/problems/unauthenticated"))
                .body("status", equalTo(401));
    }

    @Test
    void passesWhatIsOpenToAll_withoutAToken() {
        given().get("/audit/checkpoint").then().statusCode(200).body("service", equalTo("consent"));
    }

    @Test
    void refusesEveryInvalidToken_withTheSameAnswer() {
        String without = refusalOf(null);

        assertThat(refusalOf("Bearer " + TestTokens.expired("practice", "Z00001")))
                .isEqualTo(without);
        assertThat(refusalOf("Bearer " + TestTokens.forged("practice", "Z00001")))
                .isEqualTo(without);
        assertThat(refusalOf("Bearer " + TestTokens.ofService("ingest-service")))
                .isEqualTo(without);
        assertThat(refusalOf("Bearer not.a.token")).isEqualTo(without);
        assertThat(refusalOf("Bearer ")).isEqualTo(without);
        assertThat(refusalOf("Basic eDp5")).isEqualTo(without);
        assertThat(StandIn.FILING.received()).isEmpty();
    }

    @Test
    void tellsNothingAboutAnotherOrganisation_butThatThereIsNothing() {
        given().auth()
                .oauth2(TestTokens.of("practice", "Z00002"))
                .get("/practices/Z00001/items")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"));
    }

    @Test
    void refusesAWrongRole_asAProblem() {
        given().auth()
                .oauth2(TestTokens.of("pharmacy", "FA123"))
                .get("/practices/Z00001/items")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/forbidden"));
    }

    private static String refusalOf(@Nullable String authorization) {
        var request = given();
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        var response = request.get("/practices/Z00001/items").then().extract();
        return response.statusCode()
                + response.header("WWW-Authenticate")
                + response.contentType()
                + response.body().asString();
    }
}
