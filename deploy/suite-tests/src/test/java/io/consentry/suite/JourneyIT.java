package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.local.callsuite.Answer;
import io.consentry.local.place.ServiceName;
import io.consentry.local.playdemo.Sample;
import io.consentry.local.runsuite.PostmasterFile;
import io.consentry.local.supervise.RunRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The main job from a cold start to a clean stop, and what is still there after every kind of end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {

    /** The goal on two quiet cores is 40 s; a machine that runs tests is not quiet. */
    private static final double WARM_START_LIMIT_SECONDS = 90;

    private static final long MEMORY_LIMIT_MEGABYTES = 1800;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern READY = Pattern.compile("Ready after ([0-9.]+) s");

    private static CommandLineSuite suite;
    private static @Nullable TestPractice practice;
    private static final List<String> sent = new ArrayList<>();

    @BeforeAll
    static void makeHome(@TempDir Path directory) {
        suite = CommandLineSuite.in(directory.resolve("home of the journey"));
    }

    @AfterAll
    static void stop() throws Exception {
        suite.run("down");
    }

    @Test
    @Order(1)
    void demo_playsTheWholeJourney_andLeavesNothingRunning() throws Exception {
        assertThat(suite.demo()).satisfies(demo -> {
            assertThat(demo.output()).contains("steps held", "20010", "OverrideAttempted", "http://127.0.0.1:13080");
            assertThat(demo.exitCode()).isZero();
        });
        assertThat(suite.run("status").exitCode()).isEqualTo(3);
    }

    @Test
    @Order(2)
    void warmStart_isQuickAndSmall() throws Exception {
        CommandLineSuite.Outcome up = suite.up();
        assertThat(up.exitCode()).isZero();
        Matcher ready = READY.matcher(up.output());
        assertThat(ready.find()).isTrue();
        System.out.println("Warm start: " + ready.group(1) + " s");
        assertThat(Double.parseDouble(ready.group(1))).isLessThan(WARM_START_LIMIT_SECONDS);
        practice = new TestPractice(suite.running().gateway(), suite.running().tokens()).optIn();
        sendSome();
        if (MemoryUse.canBeMeasured()) {
            long megabytes = MemoryUse.megabytes(postgres());
            for (ServiceName service : ServiceName.values()) {
                megabytes += MemoryUse.megabytes(
                        suite.record().process(service.module()).orElseThrow());
            }
            System.out.println("Memory of the services and PostgreSQL: " + megabytes + " MB");
            assertThat(megabytes).isLessThan(MEMORY_LIMIT_MEGABYTES);
        }
    }

    @Test
    @Order(3)
    void everythingIsStillThere_afterARestart() throws Exception {
        assertThat(suite.run("down").exitCode()).isZero();
        assertThat(suite.up().exitCode()).isZero();
        nothingIsLost();
    }

    @Test
    @Order(4)
    void everythingIsStillThere_whenTheSupervisorIsKilled() throws Exception {
        sendSome();
        CommandLineSuite.kill(suite.record().owner().orElseThrow());
        assertThat(suite.up()).satisfies(up -> {
            assertThat(up.output()).contains("left over from a start that was killed");
            assertThat(up.exitCode()).isZero();
        });
        nothingIsLost();
    }

    @Test
    @Order(5)
    void everythingIsStillThere_whenPostgresIsKilled() throws Exception {
        sendSome();
        RunRecord run = suite.record();
        CommandLineSuite.kill(postgres());
        await().atMost(SOON).until(() -> run.owner().isEmpty());
        assertThat(suite.up().exitCode()).isZero();
        nothingIsLost();
    }

    @Test
    @Order(6)
    void replay_agreesWithTheSuite_afterAllOfThis() throws Exception {
        assertThat(suite.run("audit", "replay")).satisfies(replay -> {
            assertThat(replay.output()).contains("gapless and in order", "says the same of every switch");
            assertThat(replay.exitCode()).isZero();
        });
    }

    @Test
    @Order(7)
    void log_verifiesOffline_alsoRedactedAndAfterAnErasure() throws Exception {
        Auditing auditing = Auditing.of(suite);
        assertThat(auditing.verify("").exitCode()).isZero();
        assertThat(auditing.verify("?redact=true").exitCode()).isZero();
        assertThat(auditing.verify("?practice=" + practice().ods()).exitCode()).isZero();
        auditing.database().execute("delete from disclosure where position = 2");
        assertThat(auditing.verify("").exitCode()).isZero();

        Path file = suite.home().directory().resolve("log.ndjson");
        assertThat(suite.run("audit", "export", file.toString()).exitCode()).isZero();
        assertThat(suite.run("audit", "verify", file.toString())).satisfies(verify -> {
            assertThat(verify.output()).contains("CONSISTENT", "NOT ANCHORED");
            assertThat(verify.exitCode()).isZero();
        });
    }

    @Test
    @Order(8)
    void everyTampering_isFound_againstACheckpointThatWasKept() throws Exception {
        Auditing auditing = Auditing.of(suite);
        auditing.keepCheckpointAndKey();
        ConsentDatabase database = auditing.database();
        long last = database.ask("select max(position) from consent_event");
        // What is exported ends with a checkpoint, so an older database is one as it was when a checkpoint was signed.
        long middle = database.ask("select max(size) from checkpoint where size between 2 and " + (last - 4));
        database.save();
        for (Tampering kind : Tampering.ALL) {
            Tampering tampering = kind.around(middle, last);
            database.execute(tampering.sql());
            Auditing.Verdict verdict = auditing.verify("", "--checkpoint", auditing.checkpoint());
            database.restore();
            assertThat(verdict.exitCode()).as(tampering.what() + verdict.json()).isEqualTo(1);
            long shows = database.ask("select " + tampering.first());
            assertThat(verdict.firstBad())
                    .as(tampering.what() + verdict.json())
                    .isPositive()
                    .isLessThanOrEqualTo(shows);
            assertThat(verdict.lastBad()).as(tampering.what() + verdict.json()).isGreaterThanOrEqualTo(shows);
            if (tampering.exact()) {
                assertThat(verdict.firstBad()).as(tampering.what()).isEqualTo(shows);
            }
        }
        assertThat(auditing.verify("", "--checkpoint", auditing.checkpoint(), "--key", auditing.key())
                        .exitCode())
                .isZero();
    }

    @Test
    @Order(9)
    void logRewrittenWithANewKey_isFound_thoughTheServiceSignedItItself() throws Exception {
        Auditing auditing = Auditing.of(suite);
        auditing.keepCheckpointAndKey();
        auditing.database()
                .execute("update consent_event set leaf = replace(leaf, '\"requestId\":\"', '\"requestId\":\"x');"
                        + "update consent_event set leaf_hash = sha256('\\x00'::bytea || convert_to(leaf, 'UTF8'));"
                        + "truncate merkle_node, checkpoint, log_key, sandbox_log_key");
        assertThat(suite.run("down").exitCode()).isZero();
        assertThat(suite.up().exitCode()).isZero();
        await().atMost(SOON).until(() -> auditing.database().ask("select count(*) from checkpoint") > 0);

        assertThat(auditing.verify("").exitCode()).isZero();
        assertThat(auditing.verify("", "--key", auditing.key()).exitCode()).isEqualTo(1);
        Auditing.Verdict verdict = auditing.verify("", "--checkpoint", auditing.checkpoint());
        assertThat(verdict.exitCode()).isEqualTo(1);
        assertThat(verdict.firstBad()).isEqualTo(1);
    }

    private static ProcessHandle postgres() throws Exception {
        return PostmasterFile.of(suite.home()).running().orElseThrow();
    }

    private static TestPractice practice() {
        return Objects.requireNonNull(practice, "the suite was not started");
    }

    private static void sendSome() throws Exception {
        for (Sample sample : Sample.values()) {
            Answer taken = practice().send(sample.written());
            assertThat(taken.status()).as(taken.summary()).isEqualTo(202);
            sent.add(taken.text("/id"));
        }
    }

    /** Every message stands in the worklist once, can be read, and the switch is where the practice left it. */
    private static void nothingIsLost() throws Exception {
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(practice().worklist()).containsExactlyInAnyOrderElementsOf(sent));
        for (String id : sent) {
            assertThat(practice().item(id).text("/patient/family")).isNotEmpty();
        }
        sendSome();
    }
}
