package io.consentry.gateway.passon;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.gateway.GatewayTest;
import io.consentry.gateway.standin.RawHttp;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.consentry.testing.TestTokens;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway of the tests lets ten calls wait for a service, five of them replays. */
@GatewayTest
class OverloadTest {

    private final List<RawHttp> open = new ArrayList<>();

    @BeforeEach
    void reset() {
        StandInServices.reset();
    }

    @AfterEach
    void letGo() throws IOException {
        for (RawHttp connection : open) {
            connection.close();
        }
        StandInServices.reset();
        // The next test finds the services trusted again.
        await().untilAsserted(() -> {
            as("auditor", "X26").get("/audit/consent-events").then().statusCode(200);
            as("practice", "Z00001").get("/practices/Z00001/items").then().statusCode(200);
        });
    }

    @Test
    void replaysAreGivenUp_beforeDecisions() throws IOException {
        Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();
        StandIn.CONSENT.answers(request -> {
            if (request.method().name().equals("GET")) {
                waiting.add(request);
            } else {
                request.response().end("{}");
            }
        });
        for (int i = 0; i < 5; i++) {
            ask("/audit/consent-events", TestTokens.of("auditor", "X26"));
        }
        await().atMost(Duration.ofMillis(900)).until(() -> waiting.size() == 5);

        as("auditor", "X26")
                .get("/audit/consent-events")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", equalTo("/problems/unavailable"))
                .body("detail", containsString("more to do"));
        as("data-controller", "Z00001")
                .body("{}")
                .put("/practices/Z00001/consent")
                .then()
                .statusCode(200);

        StandIn.CONSENT.answers(request -> request.response().end("{}"));
        StandIn.CONSENT.on(() -> waiting.forEach(request -> request.response().end("{}")));
        await().untilAsserted(() ->
                as("auditor", "X27").get("/audit/consent-events").then().statusCode(200));
    }

    @Test
    void aServiceThatHangs_isLeftAlone_andTriedAgainAfterAWhile() {
        StandIn.FILING.answers(request -> {});
        for (int i = 0; i < 5; i++) {
            as("practice", "Z00001").get("/practices/Z00001/items").then().statusCode(504);
        }
        StandIn.FILING.received().clear();

        as("practice", "Z00001")
                .get("/practices/Z00001/items")
                .then()
                .statusCode(503)
                .body("detail", containsString("has not been answering"));
        assertThat(StandIn.FILING.received()).isEmpty();

        StandIn.FILING.reset();
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> as("practice", "Z00001")
                .get("/practices/Z00001/items")
                .then()
                .statusCode(200));
    }

    @Test
    void callersWhoGoAway_leaveNoTrace() throws Exception {
        StandIn.FILING.answers(request -> {});
        String token = TestTokens.of("practice", "Z00001");
        for (int i = 0; i < 40; i++) {
            int before = StandIn.FILING.received().size();
            ask("/practices/Z00001/items", token);
            await().until(() -> StandIn.FILING.received().size() > before);
            open.get(open.size() - 1).close();
            // The close has to travel before the next one joins.
            Thread.sleep(20);
        }
        StandIn.FILING.reset();

        as("practice", "Z00001").get("/practices/Z00001/items").then().statusCode(200);
    }

    private void ask(String path, String token) throws IOException {
        RawHttp connection = RawHttp.connect(RestAssured.port);
        open.add(connection);
        connection.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n");
    }

    private static RequestSpecification as(String role, String ods) {
        return given().contentType("application/json").auth().oauth2(TestTokens.of(role, ods));
    }
}
