package io.consentry.gateway.admitcaller;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.gateway.GatewayTest;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.consentry.testing.HostileTokens;
import io.consentry.testing.TestTokens;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@GatewayTest
class HostileTokensTest {

    private static final String ITEMS = "/practices/Z00001/items";

    @BeforeEach
    void reset() {
        StandInServices.reset();
    }

    @Test
    void theControl_passes() {
        assertThat(callWith(HostileTokens.control("practice", "Z00001")).statusCode())
                .isEqualTo(200);
    }

    @TestFactory
    Stream<DynamicTest> everyAttack_isRefused_andTheAnswerDoesNotSayWhy() {
        String refusal = describe(given().get(ITEMS));
        Map<String, String> attacks = HostileTokens.of("practice", "Z00001");
        return attacks.entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(attack.getKey(), () -> {
                    assertThat(describe(callWith(attack.getValue()))).isEqualTo(refusal);
                    assertThat(StandIn.FILING.received()).isEmpty();
                }));
    }

    @Test
    void aTokenElsewhereThanInItsHeader_isNoToken() {
        String token = TestTokens.of("practice", "Z00001");

        given().queryParam("access_token", token).get(ITEMS).then().statusCode(401);
        given().cookie("q_session", token).get(ITEMS).then().statusCode(401);
        given().header("X-Authorization", "Bearer " + token).get(ITEMS).then().statusCode(401);
        given().formParam("access_token", token).post(ITEMS + "/1/file").then().statusCode(401);
    }

    @Test
    void aRoleOfTheServices_opensNothing() {
        callWith(TestTokens.of("service", "Z00001")).then().statusCode(403);
    }

    private static Response callWith(String token) {
        return given().header("Authorization", "Bearer " + token).get(ITEMS);
    }

    private static String describe(Response answer) {
        return answer.statusCode() + " " + answer.header("WWW-Authenticate") + " " + answer.contentType() + " "
                + answer.asString();
    }
}
