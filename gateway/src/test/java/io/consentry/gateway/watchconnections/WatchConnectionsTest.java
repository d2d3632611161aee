package io.consentry.gateway.watchconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.gateway.standin.LittlePatience;
import io.consentry.gateway.standin.RawHttp;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.consentry.testing.TestTokens;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LittlePatience.class)
class WatchConnectionsTest {

    private static final double TRICKLES_FOR_SECONDS = 20;
    private static final String WHOLE = "GET /q/health/live HTTP/1.1\r\nHost: x\r\n\r\n";

    @Inject
    Vertx vertx;

    @BeforeEach
    void reset() {
        StandInServices.reset();
    }

    @Test
    void watchesWhatTheSystemWaitsForByItself_whereItCan() {
        assertThat(((VertxInternal) vertx).getEventLoopGroup() instanceof EpollEventLoopGroup)
                .isEqualTo(Epoll.isAvailable());
    }

    @Test
    void closesAConnection_whoseHeadersTrickle_howeverSteadily() throws Exception {
        try (RawHttp connection = RawHttp.connect(RestAssured.port)) {
            connection.send("GET /q/health/live HTTP/1.1\r\nHost: x\r\n");
            assertThat(secondsUntilClosed(connection)).isLessThan(TRICKLES_FOR_SECONDS);
        }
    }

    @Test
    void closesAConnection_whoseSecondRequestTrickles() throws Exception {
        try (RawHttp connection = RawHttp.connect(RestAssured.port)) {
            connection.send(WHOLE);
            assertThat(connection.readUntil("\"UP\"")).startsWith("HTTP/1.1 200");
            assertThat(secondsUntilClosed(connection)).isLessThan(TRICKLES_FOR_SECONDS);
        }
    }

    @Test
    void leavesAConnectionOpen_betweenItsRequests() throws Exception {
        try (RawHttp connection = RawHttp.connect(RestAssured.port)) {
            connection.send(WHOLE.substring(0, 20));
            Thread.sleep(500);
            connection.send(WHOLE.substring(20));
            connection.readUntil("\"status\":\"UP\"}]}");
            Thread.sleep(LittlePatience.HEAD_WITHIN.plusMillis(500).toMillis());
            connection.send(WHOLE);
            assertThat(connection.readUntil("\"UP\"")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void givesAnAnswerItsTime_howeverTheBodyOfItsRequestCame() throws Exception {
        StandIn.FILING.answers(request -> request.body().onSuccess(body -> {
            request.response().setChunked(true).write("begun");
            StandIn.FILING.later(LittlePatience.HEAD_WITHIN.plusSeconds(1).toMillis(), () -> request.response()
                    .end(" and ended"));
        }));
        try (RawHttp connection = RawHttp.connect(RestAssured.port)) {
            connection.send("POST /practices/Z00001/items/search HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
                    + "Authorization: Bearer " + TestTokens.of("practice", "Z00001") + "\r\n\r\n");
            for (String piece : List.of("{", "}")) {
                Thread.sleep(300);
                connection.send(piece);
            }
            connection.readUntil(" and ended");
        }
    }

    @Test
    void turnsAwayAnAddress_thatHoldsTooManyConnections_untilItClosesSome() throws Exception {
        List<RawHttp> held = new ArrayList<>();
        try {
            RawHttp first = RawHttp.connect(RestAssured.port);
            held.add(first);
            for (int i = 0; i < LittlePatience.CONNECTIONS_OF_ONE_ADDRESS; i++) {
                held.add(RawHttp.connect(RestAssured.port));
            }
            assertThat(held.get(held.size() - 1).isClosedWithin(5000)).isTrue();
            first.send(WHOLE);
            assertThat(first.readUntil("\"UP\"")).startsWith("HTTP/1.1 200");
        } finally {
            for (RawHttp connection : held) {
                connection.close();
            }
        }
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(WatchConnectionsTest::isServed);
    }

    private static boolean isServed() throws IOException {
        try (RawHttp connection = RawHttp.connect(RestAssured.port)) {
            connection.send(WHOLE);
            return connection.readUntil("\"UP\"").startsWith("HTTP/1.1 200");
        }
    }

    private static double secondsUntilClosed(RawHttp connection) throws InterruptedException {
        long begun = System.nanoTime();
        try {
            while (secondsSince(begun) < TRICKLES_FOR_SECONDS) {
                connection.send("X");
                Thread.sleep(50);
            }
        } catch (IOException e) {
            return secondsSince(begun);
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
