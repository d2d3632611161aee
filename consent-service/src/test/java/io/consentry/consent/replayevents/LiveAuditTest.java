package io.consentry.consent.replayevents;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.optIn;
import static io.consentry.consent.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class LiveAuditTest {

    @TestHTTPResource("/audit/consent-events")
    String events = "";

    /** Reads the stream on a thread of its own until it is closed. */
    private List<String> follow(String query, String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(events + query))
                .header("Authorization", "Bearer " + TestTokens.of("auditor", "AUD01"))
                .header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread reader = new Thread(() -> {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                in.lines().forEach(lines::add);
            } catch (IOException | RuntimeException e) {
                lines.add("closed");
            }
        });
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring(3).trim())
                .toList();
    }

    @Test
    void stream_tellsEachEventOnce_asItIsRecorded() throws IOException, InterruptedException {
        String practice = newPractice();
        List<String> lines = follow("?after=0&practice=" + practice, "");

        optIn(practice, "contraception");

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> ids(lines).size() >= 3);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("event:"))
                .allMatch(line -> line.contains("consent-event"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("data:"))
                .hasSize(3)
                .allMatch(line -> line.contains("\"practice\":\"" + practice + "\""));
    }

    @Test
    void stream_goesOnAfterLastEventId_withNeitherGapNorRepetition() throws IOException, InterruptedException {
        String practice = newPractice();
        optIn(practice, "contraception");
        List<Integer> positions = as("auditor", "AUD01")
                .get("/audit/consent-events?practice=" + practice)
                .jsonPath()
                .getList("events.position");

        List<String> lines = follow("?practice=" + practice, String.valueOf(positions.get(0)));

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> ids(lines).size() >= 2);
        List<String> expected = new ArrayList<>();
        positions.subList(1, positions.size()).forEach(position -> expected.add(position.toString()));
        assertThat(ids(lines)).isEqualTo(expected);
    }

    @Test
    void stream_isForAuditors() {
        as("operator", "X26")
                .accept("text/event-stream")
                .get("/audit/consent-events")
                .then()
                .statusCode(403);
        as("auditor", "AUD01")
                .accept("text/event-stream")
                .header("Last-Event-ID", "x")
                .get("/audit/consent-events")
                .then()
                .statusCode(400);
    }

    @Test
    void table_hasALineForEachEvent_andNoFormula() {
        String practice = newPractice();
        with(TestTokens.of("data-controller", practice, "=1+1"))
                .contentType(ContentType.JSON)
                .body("{\"decision\":\"opted-in\",\"reason\":\"other\",\"note\":\"a, \\\"b\\\"\"}")
                .put("/practices/" + practice + "/consent")
                .then()
                .statusCode(200);

        String table = as("auditor", "AUD01")
                .accept("text/csv")
                .get("/audit/consent-events?practice=" + practice)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        String[] lines = table.split("\r\n", -1);
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).startsWith("position,recordedAt,type,practice");
        assertThat(lines[2]).contains(",'=1+1,").contains(",\"a, \"\"b\"\"\",");
    }
}
