package io.consentry.gateway.limitcallers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.consentry.gateway.GatewayTest;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.consentry.testing.TestTokens;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class LimitCallersTest {

    private static final int DECISIONS_A_MINUTE = 60;

    @BeforeEach
    void reset() {
        StandInServices.reset();
    }

    @Test
    void refusesWhatIsBeyondAnOrganisationsLimit_andSaysWhenToComeAgain() {
        for (int i = 0; i < DECISIONS_A_MINUTE; i++) {
            decide("LIM01", "/practices/LIM01/consent").then().statusCode(200);
        }
        int passed = StandIn.CONSENT.received().size();

        Response refused = decide("LIM01", "/practices/LIM01/consent");
        // One more may have been earned while the others were sent.
        while (refused.statusCode() == 200) {
            passed++;
            refused = decide("LIM01", "/practices/LIM01/consent");
        }

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-many-requests"))
                .header("Retry-After", equalTo("1"))
                .header("RateLimit-Policy", equalTo("\"decision\";q=60;w=60"))
                .header("RateLimit", startsWith("\"decision\";r=0;t="));
        assertThat(StandIn.CONSENT.received()).hasSize(passed);
        decide("LIM02", "/practices/LIM01/consent").then().statusCode(200);
        decide("LIM01", "/practices/LIM01/consent/contraception").then().statusCode(200);
    }

    @Test
    void saysWhatIsLeft_onEveryAnswer() {
        StandIn.CONSENT.answers(request ->
                request.response().putHeader("RateLimit", "\"forged\";r=1").end("{}"));

        decide("LIM03", "/practices/LIM03/consent")
                .then()
                .statusCode(200)
                .header("RateLimit", startsWith("\"decision\";r=59;"));
    }

    private static Response decide(String organisation, String path) {
        return given().contentType("application/json")
                .auth()
                .oauth2(TestTokens.of("data-controller", organisation))
                .body("{}")
                .put(path);
    }
}
