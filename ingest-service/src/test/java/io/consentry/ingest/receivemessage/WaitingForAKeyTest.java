package io.consentry.ingest.receivemessage;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.ingest.Samples;
import io.consentry.ingest.Sending;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A practice whose key of the month is not to be had yet holds up its own messages, and nobody else's. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class WaitingForAKeyTest {

    private static final String WITHOUT_A_KEY = "KEY001";
    private static final String WITH_ONE = "KEY002";

    /** As many as read, so that none would be left. */
    private static final int WAITING = Runtime.getRuntime().availableProcessors();

    private static final String STATEMENTS_THAT_WAIT =
            "select count(*) from pg_locks where relation = 'data_key'::regclass and not granted";

    @BeforeEach
    void optIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(WITHOUT_A_KEY);
        Neighbours.CONSENT.optIn(WITH_ONE);
        assertThat(status(WITH_ONE)).isEqualTo(202);
    }

    @Test
    void messagesOfOtherPractices_areAccepted_meanwhile() throws Exception {
        ExecutorService senders = Executors.newCachedThreadPool();
        List<Future<Integer>> waiting = new ArrayList<>();
        try (Connection owner = Tables.as(SuiteDatabase.INGEST.owner());
                Statement lock = owner.createStatement()) {
            owner.setAutoCommit(false);
            // As by another process that makes the key now and has not committed.
            lock.execute("lock table data_key in exclusive mode");
            for (int i = 0; i < WAITING; i++) {
                waiting.add(senders.submit(() -> status(WITHOUT_A_KEY)));
            }
            await().atMost(10, SECONDS).until(() -> Tables.count(owner, STATEMENTS_THAT_WAIT) == WAITING);

            assertThat(senders.submit(() -> status(WITH_ONE)).get(5, SECONDS)).isEqualTo(202);

            assertThat(waiting).noneMatch(Future::isDone);
            owner.rollback();
            for (Future<Integer> one : waiting) {
                assertThat(one.get(10, SECONDS)).isEqualTo(202);
            }
        } finally {
            senders.shutdownNow();
        }
    }

    private static int status(String practice) {
        return Sending.xml(practice, Samples.unique(Samples.PHARMACY_FIRST))
                .extract()
                .statusCode();
    }
}
