package io.consentry.consent.provelog;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.LogLines;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log that cannot be signed on is tried all the time, and told of when that begins and when it ends. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class IntegrationTest {

    /** Hundreds of looks, at one every millisecond. */
    private static final long WHILE_MILLIS = 1_000;

    private LogLines lines;
    private final ScratchLog scratch;
    private final Integration integration;

    IntegrationTest() throws SQLException {
        scratch = new ScratchLog();
        integration = scratch.replica(ScratchLog.newKey(), null, null).integration();
    }

    @BeforeEach
    void signThreeEvents() throws SQLException {
        for (int event = 1; event <= 3; event++) {
            scratch.record();
        }
        integration.start(new StartupEvent());
        awaitSigned(3);
        lines = LogLines.of(Integration.class.getName());
    }

    @AfterEach
    void close() throws InterruptedException {
        lines.close();
        integration.stop(new ShutdownEvent());
        scratch.close();
    }

    @Test
    void signerThatRefuses_isToldOnce() throws Exception {
        byOwner("update consent_event set leaf_hash = sha256('rewritten'::bytea)");
        scratch.record();

        Thread.sleep(WHILE_MILLIS);

        assertThat(told(Level.SEVERE)).isEqualTo(1);
        assertThat(scratch.ask("select max(size) from checkpoint")).isEqualTo("3");
    }

    @Test
    void failureThatPasses_isToldWhenItBegins_andWhenItEnds_andWhenItComesAgain() throws Exception {
        for (int times = 1; times <= 2; times++) {
            int again = times;
            byOwner("revoke insert on checkpoint from consent_runtime");
            scratch.record();
            Thread.sleep(WHILE_MILLIS);
            assertThat(told(Level.SEVERE)).isEqualTo(again);

            byOwner("grant insert on checkpoint to consent_runtime");
            awaitSigned(3 + again);
            await().atMost(5, SECONDS)
                    .untilAsserted(() -> assertThat(told(Level.INFO)).isEqualTo(again));
        }
    }

    private long told(Level level) {
        return lines.all().stream()
                .filter(line -> line.getLevel().intValue() == level.intValue())
                .count();
    }

    private void awaitSigned(int size) {
        await().atMost(10, SECONDS)
                .until(() -> scratch.ask("select max(size) from checkpoint").equals(String.valueOf(size)));
    }

    private void byOwner(String sql) throws SQLException {
        scratch.execute(SuiteDatabase.CONSENT.owner(), sql);
    }
}
