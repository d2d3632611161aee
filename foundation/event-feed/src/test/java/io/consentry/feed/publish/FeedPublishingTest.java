package io.consentry.feed.publish;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.consentry.events.ItemFiled;
import io.consentry.feed.CloudEventBatch;
import io.consentry.feed.DeliveredEvent;
import io.consentry.feed.NumberedEvent;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class FeedPublishingTest {

    @Inject
    @DataSource("runtime")
    AgroalDataSource database;

    @Inject
    FeedSignal signal;

    @Test
    void noReaderSkipsOrRepeatsAnEvent_whileManyWritersCommitLateOrNever() throws Exception {
        int writers = 8;
        int eachCommits = 60;
        List<String> committed = new ArrayList<>();
        List<String> read = new ArrayList<>();
        long start = lastPosition();
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<Future<List<String>>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                running.add(pool.submit(() -> write(eachCommits)));
            }
            long position = start;
            while (!running.stream().allMatch(Future::isDone)) {
                position = readOn(position, read);
            }
            for (Future<List<String>> writer : running) {
                committed.addAll(writer.get());
            }
            long deadline = System.nanoTime() + SECONDS.toNanos(20);
            while (read.size() < committed.size() && System.nanoTime() < deadline) {
                position = readOn(position, read);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(committed);
    }

    /** Commits some after a pause, so that later numbers become visible first, and rolls every third back. */
    private List<String> write(int commits) throws Exception {
        List<String> committed = new ArrayList<>();
        for (int i = 0; committed.size() < commits; i++) {
            String message = UUID.randomUUID().toString();
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                Announcements.announce(connection, List.of(new ItemFiled(message, "Z00001", Instant.EPOCH, false)));
                Thread.sleep(ThreadLocalRandom.current().nextInt(5));
                if (i % 3 == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    committed.add(message);
                }
            }
            signal.announced();
        }
        return committed;
    }

    private long readOn(long position, List<String> read) {
        List<NumberedEvent> events = fetch(position, 500);
        assertThat(events.stream().map(NumberedEvent::position))
                .containsExactlyElementsOf(LongStream.rangeClosed(position + 1, position + events.size())
                        .boxed()
                        .toList());
        events.forEach(event -> read.add(event.event().subject()));
        return position + events.size();
    }

    private static List<NumberedEvent> fetch(long after, long wait) {
        byte[] batch = given().auth()
                .oauth2(TestTokens.ofService("reader"))
                .queryParam("after", after)
                .queryParam("wait", wait)
                .get("/internal/events")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return CloudEventBatch.read(batch).stream().map(DeliveredEvent::read).toList();
    }

    @Test
    void aWaitingReader_isAnsweredAsSoonAsSomethingHappens() throws Exception {
        long position = lastPosition();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<List<NumberedEvent>> waiting = pool.submit(() -> fetch(position, 15_000));
            Thread.sleep(300);
            try (Connection connection = database.getConnection()) {
                Announcements.announce(connection, List.of(new ItemFiled("m", "Z00001", Instant.EPOCH, false)));
            }
            signal.announced();
            assertThat(waiting.get(5, SECONDS)).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aPublishedEvent_cannotBeChangedDeletedOrNumberedAgain() throws Exception {
        try (Connection connection = database.getConnection()) {
            Announcements.announce(connection, List.of(new ItemFiled("kept", "Z00001", Instant.EPOCH, false)));
        }
        signal.announced();
        await().atMost(5, SECONDS).until(() -> count("subject = 'kept' and position is null") == 0);

        assertThatThrownBy(() -> execute("update feed_event set data = '{}'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("delete from feed_event")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("update feed_event set position = 99999 where subject = 'kept'"))
                .hasMessageContaining("keeps its position");
    }

    @Test
    void thePersonsToken_opensNoInternalPath() {
        given().auth()
                .oauth2(TestTokens.of("operator", "X26"))
                .get("/internal/events")
                .then()
                .statusCode(401);
        given().get("/internal/events").then().statusCode(401);
    }

    @Test
    void anImpossiblePosition_isTheCallersMistake() {
        given().auth()
                .oauth2(TestTokens.ofService("reader"))
                .queryParam("after", -1)
                .get("/internal/events")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-request"));
    }

    private long lastPosition() throws SQLException {
        await().atMost(5, SECONDS).until(() -> count("position is null") == 0);
        return count("true");
    }

    private long count(String condition) throws SQLException {
        try (Connection connection = database.getConnection();
                var answer = connection
                        .createStatement()
                        .executeQuery("select count(*) from feed_event where " + condition)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
