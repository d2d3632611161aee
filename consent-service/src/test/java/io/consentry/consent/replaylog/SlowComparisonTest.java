package io.consentry.consent.replaylog;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.connect;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.optIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.SilentPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A long log is compared, and its tables are made anew, by statements that take longer than an answer is waited for. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(value = SilentPostgres.class, restrictToAnnotatedClass = true)
class SlowComparisonTest {

    /** Twice what the service waits for an answer. */
    private static final Duration LONG = Duration.ofSeconds(4);

    private static Connection decisionsThatCannotBeRead() throws SQLException {
        optIn(newPractice(), "contraception");
        Connection owner = connect("consent_owner");
        owner.setAutoCommit(false);
        owner.createStatement().execute("lock table switch_decision in access exclusive mode");
        return owner;
    }

    private static String replay() {
        return as("auditor", "AUD01")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/audit/replays")
                .path("id");
    }

    private static String comparing() throws SQLException {
        String id = replay();
        await(() -> ask("select (replayed = up_to)::text from replay_run where id = '" + id + "'"), "true"::equals);
        return id;
    }

    private static void await(Callable<String> answer, Predicate<String> wanted) {
        Awaitility.await().atMost(Duration.ofSeconds(25)).until(answer, wanted);
    }

    private static String shown(String id) {
        return as("auditor", "AUD01").get("/audit/replays/" + id).path("status");
    }

    private static String kept(String id) throws SQLException {
        return ask("select status from replay_run where id = '" + id + "'");
    }

    private static void onRunning(String change) throws SQLException {
        try (var owner = connect("consent_owner");
                var statement = owner.createStatement()) {
            statement.execute("update replay_run set " + change + " where status = 'running'");
        }
    }

    private static <T> T whileDecisionsCannotBeRead(Callable<T> work) throws Exception {
        try (var owner = decisionsThatCannotBeRead()) {
            CompletableFuture<T> result = CompletableFuture.supplyAsync(() -> {
                try {
                    return work.call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            Thread.sleep(LONG.toMillis());
            owner.commit();
            return result.get();
        }
    }

    @Test
    void replay_isDone_howeverLongTheComparisonTakes() throws Exception {
        String id = whileDecisionsCannotBeRead(SlowComparisonTest::replay);

        await(() -> kept(id), "done"::equals);
    }

    @Test
    void replay_isNotShownAsInterrupted_whileItComparesOrWaitsForAnother() throws Exception {
        try (var lock = decisionsThatCannotBeRead()) {
            String comparing = comparing();
            String waiting = replay();
            onRunning("progress_at = now() - interval '2 minutes'");

            await(() -> shown(comparing), "running"::equals);
            await(() -> shown(waiting), "running"::equals);
            lock.commit();
            await(() -> kept(waiting), "done"::equals);
        }
    }

    /** Its rows are gone: what it finds is no comparison. */
    @Test
    void replay_staysInterrupted_whereItWasTakenForThatWhileItCompared() throws Exception {
        String interrupted;
        try (var lock = decisionsThatCannotBeRead()) {
            interrupted = comparing();
            onRunning("status = 'interrupted'");
            lock.commit();
        }
        String next = replay();

        await(() -> kept(next), "done"::equals);
        assertThat(kept(interrupted)).isEqualTo("interrupted");
    }

    @Test
    void reset_isDone_howeverLongItTakes() throws Exception {
        int status = whileDecisionsCannotBeRead(() -> as("operator", "OPS01")
                .post("/projections/switch-decisions/reset")
                .statusCode());

        assertThat(status).isEqualTo(200);
    }
}
