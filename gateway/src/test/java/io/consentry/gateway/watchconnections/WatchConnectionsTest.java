package io.consentry.gateway.watchconnections;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.gateway.GatewayTest;
import io.consentry.gateway.standin.RawHttp;
import io.consentry.gateway.standin.StandInServices;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class WatchConnectionsTest {

    private static final String WHOLE = "GET /q/health/live HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final int MOST_OF_ONE_ADDRESS = 300;

    @BeforeEach
    void reset() {
        StandInServices.reset();
    }

    @Test
    void closesAConnection_whoseHeadersTrickle_howeverSteadily() throws Exception {
        try (RawHttp connection = RawHttp.connect(RestAssured.port)) {
            connection.send("GET /q/health/live HTTP/1.1\r\nHost: x\r\n");
            assertThat(secondsUntilClosed(connection)).isLessThan(5);
        }
    }

    @Test
    void closesAConnection_whoseSecondRequestTrickles() throws Exception {
        try (RawHttp connection = RawHttp.connect(RestAssured.port)) {
            connection.send(WHOLE);
            assertThat(connection.readUntil("\"UP\"")).startsWith("HTTP/1.1 200");
            assertThat(secondsUntilClosed(connection)).isLessThan(5);
        }
    }

    @Test
    void leavesAConnectionOpen_betweenItsRequests() throws Exception {
        try (RawHttp connection = RawHttp.connect(RestAssured.port)) {
            connection.send(WHOLE.substring(0, 20));
            Thread.sleep(500);
            connection.send(WHOLE.substring(20));
            connection.readUntil("\"status\":\"UP\"}]}");
            Thread.sleep(2500);
            connection.send(WHOLE);
            assertThat(connection.readUntil("\"UP\"")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void turnsAwayAnAddress_thatHoldsTooManyConnections_untilItClosesSome() throws Exception {
        List<RawHttp> held = new ArrayList<>();
        try {
            for (int i = 0; i <= MOST_OF_ONE_ADDRESS; i++) {
                held.add(RawHttp.connect(RestAssured.port));
            }
            assertThat(held.get(MOST_OF_ONE_ADDRESS).isClosedWithin(2000)).isTrue();
        } finally {
            for (RawHttp connection : held) {
                connection.close();
            }
        }
        await().atMost(Duration.ofSeconds(5))
                .ignoreExceptions()
                .until(() -> given().get("/q/health/live").statusCode() == 200);
    }

    private static double secondsUntilClosed(RawHttp connection) throws InterruptedException {
        long begun = System.nanoTime();
        try {
            for (int i = 0; i < 200; i++) {
                connection.send("X");
                Thread.sleep(50);
            }
        } catch (IOException e) {
            return (System.nanoTime() - begun) / 1e9;
        }
        return Double.POSITIVE_INFINITY;
    }
}
