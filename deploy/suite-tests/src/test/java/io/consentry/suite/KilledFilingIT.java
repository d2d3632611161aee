package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.local.callsuite.Answer;
import io.consentry.local.place.ServiceName;
import io.consentry.local.playdemo.Sample;
import io.consentry.postgres.SuiteDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filing service dies with a decision half told: a lock in the database holds it at the very point. */
@ExtendWith(SharedSuite.class)
class KilledFilingIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource({
        "between the command and its row, lock table worklist_item in share mode, %worklist_item%",
        "between the row and its position, select from processor_token for update, %processor_token%",
    })
    void worklist_isRight_afterTheServiceWasKilled(String when, String hold, String held, SharedSuite.Running suite)
            throws Exception {
        TestPractice practice = new TestPractice(suite).optIn();
        String id = practice.send(Sample.CONTRACEPTION.written()).text("/id");
        await().atMost(SOON).untilAsserted(() -> assertThat(practice.worklist()).containsExactly(id));
        String etag = practice.item(id).header("ETag").orElseThrow();
        try (Connection lock = suite.connectAsAdmin(SuiteDatabase.FILING.databaseName());
                Connection look = suite.connectAsAdmin(SuiteDatabase.FILING.databaseName())) {
            lock.setAutoCommit(false);
            try (Statement take = lock.createStatement()) {
                take.execute(hold);
            }
            CompletableFuture<Answer> unanswered = CompletableFuture.supplyAsync(() -> reject(practice, id, etag));
            await().atMost(SOON).until(() -> isStored(look, id) && isWaiting(look, held));
            assertThat(status(look, id)).as(when).isEqualTo("pending");

            suite.suite().service(ServiceName.FILING).kill();
            lock.rollback();
            assertThat(unanswered
                            .handle((answer, failure) -> failure != null || answer.status() >= 500)
                            .get())
                    .as("nobody was told that it is done")
                    .isTrue();
            suite.restart(ServiceName.FILING);
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(practice.item(id).text("/status"))
                .isEqualTo("rejected"));
        assertThat(practice.item(id).json().path("history").findValuesAsText("what"))
                .isEqualTo(List.of("received", "rejected"));
        assertThat(practice.worklist()).isEmpty();
        assertThat(reject(practice, id, etag).problem()).isEqualTo("stale-version");
        await().atMost(SOON).untilAsserted(() -> assertThat(practice.message(id).text("/status"))
                .isEqualTo("rejected"));
    }

    private static Answer reject(TestPractice practice, String id, String etag) {
        try {
            return practice.act(id, "reject", etag, TestPractice.json().put("reason", "duplicate"));
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isStored(Connection look, String id) throws SQLException {
        return !first(look, "select event_id from stored_event where stream_id = ? and event_name = 'ItemRejected'", id)
                .isEmpty();
    }

    private static boolean isWaiting(Connection look, String statement) throws SQLException {
        return !first(
                        look,
                        "select pid::text from pg_stat_activity where wait_event_type = 'Lock' and query like ?",
                        statement)
                .isEmpty();
    }

    private static String status(Connection look, String id) throws SQLException {
        return first(look, "select status from worklist_item where item_id = ?", id);
    }

    private static String first(Connection look, String query, String parameter) throws SQLException {
        try (PreparedStatement ask = look.prepareStatement(query)) {
            ask.setString(1, parameter);
            try (ResultSet row = ask.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }
}
