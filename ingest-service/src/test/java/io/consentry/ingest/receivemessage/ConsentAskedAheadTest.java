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
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.hl7.fhir.dstu3.model.Patient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message's practice is asked for while the message is looked up and judged, and only who needs the answer waits for it. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class ConsentAskedAheadTest {

    private static final String PRACTICE = "AHEAD1";

    /** Longer than a refusal takes, and shorter than ingest waits. */
    private static final Duration SLOW = Duration.ofMillis(1500);

    @BeforeEach
    void optIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
    }

    @AfterEach
    void answerAtOnce() {
        Neighbours.CONSENT.comeBack();
    }

    @Test
    void consent_isAsked_whileTheMessageIsLookedUp() throws Exception {
        CompletableFuture<Integer> sent;
        try (Connection owner = Tables.as(SuiteDatabase.INGEST.owner());
                Statement lock = owner.createStatement()) {
            owner.setAutoCommit(false);
            lock.execute("lock table sender_suspension in access exclusive mode");
            int asked = Neighbours.CONSENT.timesAsked();

            sent = CompletableFuture.supplyAsync(() -> status(Samples.unique(Samples.PHARMACY_FIRST)));

            await().atMost(10, SECONDS).until(() -> Neighbours.CONSENT.timesAsked() > asked);
            assertThat(sent).isNotDone();
            owner.rollback();
        }
        assertThat(sent.get(10, SECONDS)).isEqualTo(202);
    }

    @Test
    void messageThatBreaksARule_isRefused_withoutTheAnswer() {
        Neighbours.CONSENT.answersAfter(SLOW);
        byte[] broken = Samples.unique(Samples.PHARMACY_FIRST, bundle -> Samples.in(bundle, Patient.class)
                .getIdentifierFirstRep()
                .setValue("1"));
        long begun = System.nanoTime();

        assertThat(status(broken)).isEqualTo(422);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SLOW);

        assertThat(status(Samples.unique(Samples.PHARMACY_FIRST))).isEqualTo(202);
    }

    private static int status(byte[] message) {
        return Sending.xml(PRACTICE, message).extract().statusCode();
    }
}
