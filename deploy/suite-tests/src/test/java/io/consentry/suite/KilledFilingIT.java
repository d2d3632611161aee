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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filing service dies in the middle of a decision: a lock in the database holds it at the very point. */
@ExtendWith(SharedSuite.class)
class KilledFilingIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** While somebody has it, nothing is shown in the transaction that records it, and the projection shows it. */
    private static final String HOLD_OFF = "select pg_advisory_xact_lock(hashtextextended('written-ahead', 0))";

    private static final String HOLD_TABLE = "lock table worklist_item in share mode";
    private static final String HOLD_POSITION = "select from processor_token for update";

    @ParameterizedTest
    @CsvSource({
        "between the command and its row, " + HOLD_TABLE + ", %worklist_item%",
        "between the row and its position, " + HOLD_POSITION + ", %processor_token%",
    })
    void worklist_isRight_afterTheServiceWasKilled(String when, String hold, String held, SharedSuite.Running suite)
            throws Exception {
        Rejecting rejecting = new Rejecting(suite);
        try (Connection lock = rejecting.connect();
                Connection look = rejecting.connect()) {
            take(lock, HOLD_OFF, hold);
            CompletableFuture<Answer> unanswered = rejecting.begin();
            await().atMost(SOON).until(() -> isStored(look, rejecting.id) && isWaiting(look, held));
            assertThat(status(look, rejecting.id)).as(when).isEqualTo("pending");

            rejecting.killService();
            lock.rollback();
            isTheAnswerToNobody(unanswered);
            suite.restart(ServiceName.FILING);
        }
        rejecting.isDoneOnce();
    }

    @Test
    void nothingWasDone_whereTheServiceWasKilledBeforeTheCommit(SharedSuite.Running suite) throws Exception {
        Rejecting rejecting = new Rejecting(suite);
        try (Connection lock = rejecting.connect();
                Connection look = rejecting.connect()) {
            take(lock, HOLD_TABLE);
            CompletableFuture<Answer> unanswered = rejecting.begin();
            await().atMost(SOON).until(() -> isWaiting(look, "%worklist_item%"));
            assertThat(isStored(look, rejecting.id)).isFalse();

            rejecting.killService();
            lock.rollback();
            isTheAnswerToNobody(unanswered);
            suite.restart(ServiceName.FILING);

            assertThat(isStored(look, rejecting.id)).isFalse();
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rejecting.practice.worklist()).containsExactly(rejecting.id));
        assertThat(rejecting.begin().get().status()).isEqualTo(200);
        rejecting.isDoneOnce();
    }

    @Test
    void whatWasAnswered_isDoneOnce_thoughTheServiceWasKilledBeforeTheProjectionCameBy(SharedSuite.Running suite)
            throws Exception {
        Rejecting rejecting = new Rejecting(suite);
        try (Connection lock = rejecting.connect()) {
            take(lock, HOLD_POSITION);
            assertThat(rejecting.begin().get().status()).isEqualTo(200);
            assertThat(rejecting.practice.worklist()).isEmpty();

            rejecting.killService();
            lock.rollback();
            suite.restart(ServiceName.FILING);
        }
        rejecting.isDoneOnce();
    }

    private static void isTheAnswerToNobody(CompletableFuture<Answer> unanswered) throws Exception {
        assertThat(unanswered
                        .handle((answer, failure) -> failure != null || answer.status() >= 500)
                        .get())
                .as("nobody was told that it is done")
                .isTrue();
    }

    /** Until it is rolled back. */
    private static void take(Connection lock, String... statements) throws SQLException {
        lock.setAutoCommit(false);
        try (Statement take = lock.createStatement()) {
            for (String statement : statements) {
                take.execute(statement);
            }
        }
    }

    /** An item that a practice rejects, as its only one. */
    private static final class Rejecting {

        final TestPractice practice;
        final String id;
        private final SharedSuite.Running suite;
        private final String etag;

        Rejecting(SharedSuite.Running suite) throws Exception {
            this.suite = suite;
            practice = new TestPractice(suite).optIn();
            id = practice.send(Sample.CONTRACEPTION.written()).text("/id");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(practice.worklist()).containsExactly(id));
            etag = practice.item(id).header("ETag").orElseThrow();
        }

        Connection connect() throws SQLException {
            return suite.connectAsAdmin(SuiteDatabase.FILING.databaseName());
        }

        CompletableFuture<Answer> begin() {
            return CompletableFuture.supplyAsync(() -> reject(practice, id, etag));
        }

        void killService() throws Exception {
            suite.suite().service(ServiceName.FILING).kill();
        }

        void isDoneOnce() throws Exception {
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(practice.item(id).text("/status")).isEqualTo("rejected"));
            assertThat(practice.item(id).json().path("history").findValuesAsText("what"))
                    .isEqualTo(List.of("received", "rejected"));
            assertThat(practice.worklist()).isEmpty();
            assertThat(reject(practice, id, etag).problem()).isEqualTo("stale-version");
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(practice.message(id).text("/status")).isEqualTo("rejected"));
        }
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
