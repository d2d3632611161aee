package io.consentry.ingest.receivemessage;

import static io.consentry.ingest.Sending.xml;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.ingest.MalformedMessages;
import io.consentry.ingest.Samples;
import io.consentry.ingest.Sending;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.UnansweredCommits;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The moment at which a message is durable and its sender has not heard of it. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class BetweenCommitAndAnswerTest {

    private static final String PRACTICE = "BTWN01";
    private static final long LONG_ENOUGH = 60;

    @BeforeEach
    void thePracticeIsIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
        // The practice has its key: making one is a commit too, and would wait first.
        xml(PRACTICE, Samples.unique(Samples.PHARMACY_FIRST)).statusCode(202);
    }

    @Test
    void sameMessage_waitsForTheFirst_andGetsItsAnswer() throws Exception {
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);
        CompletableFuture<ValidatableResponse> first;
        CompletableFuture<ValidatableResponse> second;
        try (UnansweredCommits commits = UnansweredCommits.from(PostgresAndKeys.postgres()::connectAsAdmin)) {
            first = CompletableFuture.supplyAsync(() -> xml(PRACTICE, message));
            commits.awaitOneOf(SuiteDatabase.INGEST.tenant());
            second = CompletableFuture.supplyAsync(() -> xml(PRACTICE, message));
            Thread.sleep(1000);
            assertThat(List.of(first.isDone(), second.isDone())).containsOnly(false);
        }

        String id = first.get(LONG_ENOUGH, TimeUnit.SECONDS)
                .statusCode(202)
                .extract()
                .path("id");
        String same = second.get(LONG_ENOUGH, TimeUnit.SECONDS)
                .statusCode(200)
                .header("Idempotent-Replay", "true")
                .extract()
                .path("id");
        assertThat(same).isEqualTo(id);
        assertThat(Tables.count("select count(*) from feed_event where subject = ?", id))
                .isEqualTo(1);
    }

    @Test
    void otherContent_underTheSameIdentifier_isRefused_evenThen() throws Exception {
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);
        CompletableFuture<ValidatableResponse> first;
        CompletableFuture<ValidatableResponse> second;
        try (UnansweredCommits commits = UnansweredCommits.from(PostgresAndKeys.postgres()::connectAsAdmin)) {
            first = CompletableFuture.supplyAsync(() -> xml(PRACTICE, message));
            commits.awaitOneOf(SuiteDatabase.INGEST.tenant());
            second = CompletableFuture.supplyAsync(
                    () -> Sending.send(PRACTICE, Samples.toJson(message), MalformedMessages.JSON));
            Thread.sleep(1000);
        }

        first.get(LONG_ENOUGH, TimeUnit.SECONDS).statusCode(202);
        second.get(LONG_ENOUGH, TimeUnit.SECONDS).statusCode(409);
    }
}
