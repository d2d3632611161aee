package io.consentry.gateway.passon;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.gateway.standin.FewStreams;
import io.consentry.gateway.standin.RawHttp;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.consentry.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A live stream holds a connection to its service for as long as it lasts. */
@QuarkusTest
@TestProfile(FewStreams.class)
class ManyStreamsTest {

    /** More than all event loops together keep connections to a service. */
    private static final int TOO_MANY = 40 * FewStreams.CONNECTIONS_OF_EACH_LOOP;

    private final List<RawHttp> open = new ArrayList<>();

    @BeforeEach
    void followForEver() {
        StandInServices.reset();
        StandIn.FILING.answers(request -> {
            if (request.path().endsWith("/events")) {
                request.response()
                        .setChunked(true)
                        .putHeader("Content-Type", "text/event-stream")
                        .writeHead();
            } else {
                request.response().end("{}");
            }
        });
    }

    @AfterEach
    void letGo() throws IOException {
        for (RawHttp connection : open) {
            connection.close();
        }
        StandInServices.reset();
    }

    @Test
    void streamsOfOneOrganisation_areLimited_andOthersHaveTheirs() throws IOException {
        for (int i = 0; i < FewStreams.STREAMS_OF_ONE; i++) {
            assertThat(follow("STR01")).startsWith("HTTP/1.1 200");
        }

        assertThat(follow("STR01")).startsWith("HTTP/1.1 429").contains("Retry-After");
        assertThat(follow("STR02")).startsWith("HTTP/1.1 200");
        given().auth()
                .oauth2(TestTokens.of("practice", "STR01"))
                .get("/practices/STR01/items")
                .then()
                .statusCode(200);
    }

    @Test
    void streamsOfAll_leaveConnectionsForCalls() throws IOException {
        List<String> statuses = new ArrayList<>();
        for (int i = 0; i < TOO_MANY; i++) {
            statuses.add(follow("STRX" + i).substring(0, "HTTP/1.1 200".length()));
        }

        assertThat(statuses).contains("HTTP/1.1 200", "HTTP/1.1 503").doesNotContain("HTTP/1.1 504");
        // New connections come to every event loop in turn.
        assertThat(IntStream.range(0, 16).mapToObj(i -> given().header("Connection", "close")
                        .auth()
                        .oauth2(TestTokens.of("practice", "STR03"))
                        .get("/practices/STR03/items")
                        .statusCode()))
                .containsOnly(200);
    }

    @Test
    void streamsThatEnd_makeRoom_howeverTheyEnd() throws IOException {
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < FewStreams.STREAMS_OF_ONE; i++) {
                assertThat(follow("STR04")).startsWith("HTTP/1.1 200");
            }
            if (round % 2 == 0) {
                letGo();
            } else {
                StandIn.FILING.stop();
                StandIn.FILING.start();
            }
            open.clear();
            followForEver();
            await().untilAsserted(() -> {
                assertThat(follow("STR04")).startsWith("HTTP/1.1 200");
                open.remove(open.size() - 1).close();
            });
        }
    }

    private String follow(String practice) throws IOException {
        RawHttp connection = RawHttp.connect(RestAssured.port);
        open.add(connection);
        connection.send("GET /practices/" + practice + "/items/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + TestTokens.of("practice", practice) + "\r\n\r\n");
        return connection.readUntil("\r\n\r\n");
    }
}
