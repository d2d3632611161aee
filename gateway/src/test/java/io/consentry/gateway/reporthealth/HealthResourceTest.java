package io.consentry.gateway.reporthealth;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.consentry.gateway.GatewayTest;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class HealthResourceTest {

    @BeforeEach
    void reset() {
        StandInServices.reset();
    }

    @Test
    void isReady_whenEveryServiceIs() {
        eventually(200);

        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("consent-service"))
                .body("checks.status", hasItem("UP"));
    }

    @Test
    void isNotReady_butAlive_whenAServiceIsDown() {
        StandIn.CONSENT.stop();
        eventually(503);

        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("status", equalTo("DOWN"))
                .body("checks.find { it.name == 'consent-service' }.status", equalTo("DOWN"))
                .body("checks.find { it.name == 'filing-service' }.status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/started").then().statusCode(200);
    }

    /** What was found a moment ago is not asked again. */
    private static void eventually(int status) {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> given().get("/q/health").then().statusCode(status));
    }
}
