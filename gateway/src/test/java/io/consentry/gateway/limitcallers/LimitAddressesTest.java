package io.consentry.gateway.limitcallers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.gateway.standin.LittlePatience;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.consentry.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LittlePatience.class)
class LimitAddressesTest {

    private static final String SETTINGS = "/practices/LIM04/settings";

    @BeforeEach
    void reset() {
        StandInServices.reset();
    }

    @Test
    void refusesAnAddress_thatKeepsComingWithoutAToken_butNobodyWithOne() {
        Response refused = firstNot(401, () -> once().get(SETTINGS));

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-many-requests"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        as("practice").get(SETTINGS).then().statusCode(200);
    }

    @Test
    void countsTokensThatAreRefused_likeNone() {
        Response refused = firstNot(401, () -> once().auth()
                .oauth2(TestTokens.forged("practice", "LIM04"))
                .get("/practices/LIM04/items"));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(StandIn.FILING.received()).isEmpty();
    }

    @Test
    void refusesAnAddress_thatKeepsAskingWhatIsOpenToAnyone() {
        Response refused = firstNot(200, () -> once().get("/audit/checkpoint"));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(StandIn.CONSENT.received()).hasSizeGreaterThanOrEqualTo(LittlePatience.CALLS_WITHOUT_TOKEN);
    }

    private static Response firstNot(int usual, Supplier<Response> call) {
        Response answer = call.get();
        int calls = 1;
        while (answer.statusCode() == usual && calls < 20 * LittlePatience.CALLS_WITHOUT_TOKEN) {
            answer = call.get();
            calls++;
        }
        assertThat(calls).isGreaterThan(LittlePatience.CALLS_WITHOUT_TOKEN);
        return answer;
    }

    /** On a connection that ends with the answer: an address may not hold many here either. */
    private static RequestSpecification once() {
        return given().header("Connection", "close");
    }

    private static RequestSpecification as(String role) {
        return once().auth().oauth2(TestTokens.of(role, "LIM04"));
    }
}
