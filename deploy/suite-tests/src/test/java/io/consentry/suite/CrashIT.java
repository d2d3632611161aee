package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.local.callsuite.Answer;
import io.consentry.local.place.ServiceName;
import io.consentry.local.playdemo.Sample;
import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.UnansweredCommits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever dies in the middle: what was acknowledged is there, once. */
@ExtendWith(SharedSuite.class)
class CrashIT {

    private static final Duration BEFORE_THE_KILL = Duration.ofSeconds(2);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);

    @ParameterizedTest
    @EnumSource
    void acknowledgedMessages_areInTheWorklistOnce_whenAServiceIsKilledWhileTheyCome(
            ServiceName service, SharedSuite.Running suite) throws Exception {
        areInTheWorklistOnce_whatever(service.module(), suite, () -> suite.killAndRestart(service));
    }

    /** When one of its processes dies, the server ends all others and recovers from its log, as after a power cut. */
    @ParameterizedTest
    @EnumSource
    void acknowledgedMessages_areInTheWorklistOnce_whenTheDatabaseCrashesWhileTheyCome(
            SuiteDatabase database, SharedSuite.Running suite) throws Exception {
        areInTheWorklistOnce_whatever(
                "PostgreSQL at the work of " + database.databaseName(), suite, () -> suite.crashPostgres(database));
    }

    private static void areInTheWorklistOnce_whatever(String dies, SharedSuite.Running suite, Crash crash)
            throws Exception {
        TestPractice practice = new TestPractice(suite).optIn();
        AtomicBoolean goOn = new AtomicBoolean(true);
        CompletableFuture<Set<String>> sender =
                CompletableFuture.supplyAsync(() -> sendUntilAcknowledged(practice, goOn));
        Thread.sleep(BEFORE_THE_KILL.toMillis());

        crash.happen();
        Thread.sleep(BEFORE_THE_KILL.toMillis());
        goOn.set(false);

        Set<String> acknowledged = sender.join();
        assertThat(acknowledged).hasSizeGreaterThan(5);
        System.out.println(acknowledged.size() + " messages acknowledged around the crash of " + dies);
        await().atMost(SETTLED_WITHIN)
                .untilAsserted(() -> assertThat(practice.worklist()).containsExactlyInAnyOrderElementsOf(acknowledged));
    }

    @FunctionalInterface
    private interface Crash {
        void happen() throws Exception;
    }

    @Test
    void messageWhoseAnswerWasLost_keepsItsId_whenItIsSentAgainAfterTheCrash(SharedSuite.Running suite)
            throws Exception {
        TestPractice practice = new TestPractice(suite).optIn();
        List<byte[]> messages = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            messages.add(Sample.PHARMACY_FIRST.written());
        }
        Map<Integer, String> answered = new ConcurrentHashMap<>();
        ExecutorService senders = Executors.newFixedThreadPool(16);
        for (int i = 0; i < messages.size(); i++) {
            int number = i;
            senders.submit(() -> sendOnce(practice, messages.get(number)).ifPresent(id -> answered.put(number, id)));
        }
        await().atMost(SETTLED_WITHIN).until(() -> answered.size() > 20);
        suite.killAndRestart(ServiceName.INGEST);
        senders.shutdown();
        assertThat(senders.awaitTermination(SETTLED_WITHIN.toSeconds(), TimeUnit.SECONDS))
                .isTrue();

        int lost = 0;
        Set<String> ids = new TreeSet<>();
        for (int i = 0; i < messages.size(); i++) {
            Answer again = practice.send(messages.get(i));
            assertThat(again.status()).as(again.summary()).isIn(200, 202);
            String before = answered.get(i);
            if (before != null) {
                assertThat(again.status()).isEqualTo(200);
                assertThat(again.text("/id")).isEqualTo(before);
            } else if (again.status() == 200) {
                lost++;
            }
            ids.add(again.text("/id"));
        }
        System.out.println(
                answered.size() + " answered, " + lost + " kept whose answer was lost, of " + messages.size());
        assertThat(answered).hasSizeLessThan(messages.size());
        assertThat(ids).hasSize(messages.size());
        await().atMost(SETTLED_WITHIN)
                .untilAsserted(() -> assertThat(practice.worklist()).containsExactlyInAnyOrderElementsOf(ids));
    }

    @Test
    void messageThatIsOnTheDisk_isAcceptedOnce_whenTheServiceDiesBeforeItAnswers(SharedSuite.Running suite)
            throws Exception {
        TestPractice practice = new TestPractice(suite).optIn();
        // The practice has its key: making one is a commit too, and would wait first.
        String before = practice.send(Sample.PHARMACY_FIRST.written()).text("/id");
        byte[] message = Sample.PHARMACY_FIRST.written();

        try (UnansweredCommits commits = UnansweredCommits.from(suite::connectAsAdmin)) {
            CompletableFuture<Optional<String>> sender =
                    CompletableFuture.supplyAsync(() -> sendOnce(practice, message));
            commits.awaitOneOf("ingest_tenant");
            suite.suite().service(ServiceName.INGEST).kill();
            assertThat(sender.get(SETTLED_WITHIN.toSeconds(), TimeUnit.SECONDS))
                    .as("nothing was acknowledged")
                    .isEmpty();
        }
        suite.restart(ServiceName.INGEST);

        Set<String> ids = new TreeSet<>();
        for (int i = 0; i < 2; i++) {
            Answer again = practice.send(message);
            assertThat(again.status()).as(again.summary()).isEqualTo(200);
            assertThat(again.header("Idempotent-Replay")).contains("true");
            ids.add(again.text("/id"));
        }
        assertThat(ids).hasSize(1);
        ids.add(before);
        await().atMost(SETTLED_WITHIN)
                .untilAsserted(() -> assertThat(practice.worklist()).containsExactlyInAnyOrderElementsOf(ids));
    }

    @Test
    void oneMessage_isOneItem_whenItIsSent100TimesAtOnce(SharedSuite.Running suite) throws Exception {
        TestPractice practice = new TestPractice(suite).optIn();
        byte[] message = Sample.PHARMACY_FIRST.written();
        ExecutorService senders = Executors.newFixedThreadPool(100);
        List<Callable<Answer>> sendings = Collections.nCopies(100, () -> practice.send(message));

        List<Integer> statuses = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        for (Future<Answer> answer : senders.invokeAll(sendings)) {
            statuses.add(answer.get().status());
            ids.add(answer.get().text("/id"));
        }
        senders.shutdown();

        assertThat(statuses).containsOnlyOnce(202).containsOnly(200, 202);
        assertThat(ids).hasSize(1);
        String next = practice.send(Sample.PHARMACY_FIRST.written()).text("/id");
        await().atMost(SETTLED_WITHIN).untilAsserted(() -> assertThat(practice.worklist())
                .containsExactlyInAnyOrder(ids.iterator().next(), next));
    }

    /** The id, if an answer comes. */
    private static Optional<String> sendOnce(TestPractice practice, byte[] message) {
        try {
            Answer answer = practice.send(message);
            return answer.status() == 202 ? Optional.of(answer.text("/id")) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** As a pharmacy's system does: sends each message again, unchanged, until it is acknowledged. */
    private static Set<String> sendUntilAcknowledged(TestPractice practice, AtomicBoolean goOn) {
        Set<String> acknowledged = new TreeSet<>();
        try {
            while (goOn.get()) {
                acknowledged.add(deliver(practice, Sample.PHARMACY_FIRST.written()));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return acknowledged;
    }

    private static String deliver(TestPractice practice, byte[] message) throws InterruptedException {
        while (true) {
            try {
                Answer answer = practice.send(message);
                if (answer.status() == 202 || answer.status() == 200) {
                    return answer.text("/id");
                }
                assertThat(answer.status()).as(answer.summary()).isGreaterThanOrEqualTo(500);
            } catch (IOException e) {
                System.out.println("sent again after: " + e.getMessage());
            }
            Thread.sleep(100);
        }
    }
}
