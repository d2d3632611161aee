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
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A long log is compared, and its tables are made anew, by statements that take longer than an answer is waited for. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(value = SilentPostgres.class, restrictToAnnotatedClass = true)
class SlowComparisonTest {

    /** Twice what the service waits for an answer. */
    private static final Duration LONG = Duration.ofSeconds(4);

    private static <T> T whileDecisionsCannotBeRead(Callable<T> work) throws Exception {
        optIn(newPractice(), "contraception");
        try (var owner = connect("consent_owner");
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table switch_decision in access exclusive mode");
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
        String id = whileDecisionsCannotBeRead(() -> as("auditor", "AUD01")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/audit/replays")
                .path("id"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> ask("select status from replay_run where id = '" + id + "'"), "done"::equals);
    }

    @Test
    void reset_isDone_howeverLongItTakes() throws Exception {
        int status = whileDecisionsCannotBeRead(() -> as("operator", "OPS01")
                .post("/projections/switch-decisions/reset")
                .statusCode());

        assertThat(status).isEqualTo(200);
    }
}
