package io.consentry.consent.keepevents;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.deciding;
import static io.consentry.consent.Calls.newPractice;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Half a minute of 64 writers on practices of their own and 16 on one, with readers that follow the log meanwhile. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class ManyWritersTest {

    private static final int ON_THEIR_OWN = 64;
    private static final int ON_ONE = 16;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private final AtomicBoolean writing = new AtomicBoolean(true);
    private final AtomicLong decided = new AtomicLong();

    @Test
    void log_isGapless_noReaderSkipsOrRepeats_andReplayEqualsLive_underManyWriters() throws Exception {
        long before = Long.parseLong(ask("select position from consent_head"));
        String shared = newPractice();
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            List<Future<?>> readers = new ArrayList<>();
            readers.add(pool.submit(() -> readPages(before)));
            readers.add(pool.submit(() -> readPages(before)));
            readers.add(pool.submit(() -> {
                readLive(before);
                return null;
            }));
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < ON_THEIR_OWN + ON_ONE; writer++) {
                String practice = writer < ON_THEIR_OWN ? newPractice() : shared;
                writers.add(pool.submit(() -> moveToAndFro(practice)));
            }
            Thread.sleep(LONG_ENOUGH.toMillis());
            writing.set(false);
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
            for (Future<?> reader : readers) {
                reader.get(60, TimeUnit.SECONDS);
            }
        } finally {
            writing.set(false);
            pool.shutdownNow();
        }

        assertThat(decided).hasValueGreaterThan(ON_THEIR_OWN + ON_ONE);
        assertThat(ask("select min(position) || ' ' || max(position) - count(*) from consent_event"))
                .isEqualTo("1 0");
        assertThat(ask("select count(*) from (select recorded_at <= lag(recorded_at) over (order by position) as back"
                        + " from consent_event) o where back"))
                .isEqualTo("0");
        assertThat(ask("select count(*) from (select stream_sequence - row_number() over"
                        + " (partition by stream_id order by position) as off from consent_event) o where off <> -1"))
                .isEqualTo("0");
        assertThat(differencesFoundByAReplay()).isZero();
    }

    /** Alternates, so that most requests are events; on the shared practice others come between, and some change nothing. */
    private void moveToAndFro(String practice) {
        for (int move = 0; writing.get(); move++) {
            int status = deciding(practice, move % 2 == 0 ? "opted-in" : "opted-out")
                    .put("/practices/" + practice + "/consent")
                    .statusCode();
            // On the shared practice a writer may have lost against the others ten times in a row, and is told so.
            assertThat(status).isIn(200, 409);
            decided.incrementAndGet();
        }
    }

    /** Every page goes on where the one before ended. */
    private void readPages(long start) {
        long last = start;
        boolean all = false;
        while (!all) {
            boolean stillWriting = writing.get();
            List<Object> positions = as("auditor", "AUD01")
                    .get("/audit/consent-events?limit=500&after=" + last)
                    .jsonPath()
                    .getList("events.position");
            for (Object position : positions) {
                assertThat(((Number) position).longValue()).isEqualTo(++last);
            }
            all = positions.isEmpty() && !stillWriting;
        }
    }

    /** Server-sent events, from the stream's beginning to the last one that was written. */
    private void readLive(long start) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/audit/consent-events?after=" + start))
                .header("Authorization", "Bearer " + TestTokens.of("auditor", "AUD01"))
                .header("Accept", "text/event-stream")
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        long last = start;
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    assertThat(Long.parseLong(line.substring(3).strip())).isEqualTo(++last);
                }
                // There is a sign of life now and then, so this is looked at even when nothing more comes.
                if (!writing.get() && last >= head()) {
                    return;
                }
            }
        }
        throw new AssertionError("The stream ended at " + last);
    }

    private static long head() {
        try {
            return Long.parseLong(ask("select position from consent_head"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long differencesFoundByAReplay() {
        String location = as("auditor", "AUD01")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/audit/replays")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        String path = location.substring(location.indexOf("/audit/"));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> as("auditor", "AUD01")
                .get(path)
                .jsonPath()
                .getString("status")
                .equals("done"));
        JsonPath run = as("auditor", "AUD01").get(path).jsonPath();
        assertThat(run.getLong("replayed")).isEqualTo(run.getLong("upTo"));
        return run.getLong("differences");
    }
}
