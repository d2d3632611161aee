package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whether the wait ends when they leave, or when it has lasted long enough, is not told apart here. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class ReviewerWhoLeavesTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final String practice = SentMessage.anyPractice();

    @Inject
    MeterRegistry metrics;

    private double awaited() {
        return metrics.get("consentry.worklist.awaited").gauge().value();
    }

    @Test
    void theirActIsDone_andNobodyWaitsForThemAnyMore() throws Exception {
        String item = SentMessage.to(practice).send();
        Reviewer.at(practice).awaitItem(item);

        try (Connection projection = Database.projectionStandsStill();
                Connection rebuild = Database.nobodyWritesAhead()) {
            Socket reviewer = file(item);
            Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(awaited())
                    .isEqualTo(1));
            reviewer.close();
            Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(awaited())
                    .isZero());
            rebuild.rollback();
            projection.rollback();
        }

        Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(
                        Reviewer.at(practice).open(item).jsonPath().getString("status"))
                .isEqualTo("filed"));
    }

    private Socket file(String item) throws IOException {
        Socket reviewer = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        String request = "POST /practices/" + practice + "/items/" + item + "/file HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Authorization: Bearer " + TestTokens.of("practice", practice, "ada") + "\r\nIf-Match: \"0\"\r\n"
                + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
        reviewer.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return reviewer;
    }
}
