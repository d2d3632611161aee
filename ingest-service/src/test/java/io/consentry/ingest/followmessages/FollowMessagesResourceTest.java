package io.consentry.ingest.followmessages;

import static io.consentry.ingest.Sending.xml;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.events.ItemFiled;
import io.consentry.events.ItemRejected;
import io.consentry.ingest.Samples;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class FollowMessagesResourceTest {

    private static final String PRACTICE = "NEWS01";
    private static final Instant AT = Instant.parse("2026-03-01T09:30:00Z");
    private static final Duration SOON = Duration.ofSeconds(15);

    @BeforeEach
    void thePracticeIsIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
    }

    @Test
    void outcomes_areToldLive_andAgainAfterTheLastOneHeard() throws Exception {
        String first = accepted();
        String second = accepted();
        String third = accepted();
        String lastHeard;
        try (Listening live = listen(Samples.PHARMACY, null)) {
            await().atMost(SOON).until(() -> live.status == 200);
            Neighbours.FILING.tell(new ItemFiled(first, PRACTICE, AT, false));
            await().atMost(SOON).until(() -> live.told(first).size() == 1);
            assertThat(live.told(first).get(0)).contains("\"status\":\"filed\"", "\"practice\":\"" + PRACTICE + "\"");
            lastHeard = live.lastId();
        }
        Neighbours.FILING.tell(new ItemRejected(second, PRACTICE, AT, "duplicate", false, null));
        Neighbours.FILING.tell(new ItemFiled(third, PRACTICE, AT, true));

        try (Listening later = listen(Samples.PHARMACY, lastHeard)) {
            await().atMost(SOON).until(() -> later.told(third).size() == 1);
            assertThat(later.told(second)).singleElement().satisfies(news -> assertThat(news)
                    .contains("\"status\":\"rejected\"", "\"reason\":\"duplicate\""));
            assertThat(later.told(first)).isEmpty();
        }
        try (Listening stranger = listen("FXX99", "0-0")) {
            await().atMost(SOON).until(() -> stranger.status == 200);
            Thread.sleep(500);
            assertThat(stranger.lines).noneMatch(line -> line.startsWith("data:"));
        }
    }

    @Test
    void theStream_endsWithItsToken_andIsForPharmaciesOnly() throws Exception {
        String token = TestTokens.endingIn("pharmacy", Samples.PHARMACY, Duration.ofSeconds(3));
        try (Listening ending = new Listening(token, null)) {
            await().atMost(SOON).until(() -> ending.ended);
            assertThat(ending.status).isEqualTo(200);
        }
        given().auth()
                .oauth2(TestTokens.of("practice", PRACTICE))
                .get("/update-records/events")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.of("pharmacy", Samples.PHARMACY))
                .header("Last-Event-ID", "yesterday")
                .get("/update-records/events")
                .then()
                .statusCode(400);
    }

    private static String accepted() {
        return xml(PRACTICE, Samples.unique(Samples.PHARMACY_FIRST))
                .statusCode(202)
                .extract()
                .path("id");
    }

    private Listening listen(String pharmacy, @Nullable String lastEventId) {
        return new Listening(TestTokens.of("pharmacy", pharmacy), lastEventId);
    }

    /** An open connection and what came over it. */
    private static final class Listening implements Closeable {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private volatile int status;
        private volatile boolean ended;
        private volatile @Nullable InputStream body;

        Listening(String token, @Nullable String lastEventId) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + RestAssured.port + "/update-records/events"))
                    .header("Authorization", "Bearer " + token);
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            Thread reading = new Thread(() -> read(request.build()), "listening");
            reading.setDaemon(true);
            reading.start();
        }

        private void read(HttpRequest request) {
            try {
                HttpResponse<InputStream> answer =
                        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
                InputStream arriving = answer.body();
                body = arriving;
                status = answer.statusCode();
                new BufferedReader(new InputStreamReader(arriving, StandardCharsets.UTF_8))
                        .lines()
                        .forEach(lines::add);
            } catch (Exception e) {
                lines.add("broken: " + e.getClass().getSimpleName());
            }
            ended = true;
        }

        List<String> told(String message) {
            return lines.stream()
                    .filter(line -> line.startsWith("data:") && line.contains(message))
                    .toList();
        }

        String lastId() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .reduce((earlier, later) -> later)
                    .map(line -> line.substring(3).strip())
                    .orElseThrow();
        }

        @Override
        public void close() throws IOException {
            InputStream open = body;
            if (open != null) {
                open.close();
            }
        }
    }
}
