package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.local.callsuite.Answer;
import io.consentry.local.place.ServiceName;
import io.consentry.local.playdemo.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
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
        TestPractice practice = new TestPractice(suite).optIn();
        AtomicBoolean goOn = new AtomicBoolean(true);
        CompletableFuture<Set<String>> sender =
                CompletableFuture.supplyAsync(() -> sendUntilAcknowledged(practice, goOn));
        Thread.sleep(BEFORE_THE_KILL.toMillis());

        suite.killAndRestart(service);
        Thread.sleep(BEFORE_THE_KILL.toMillis());
        goOn.set(false);

        Set<String> acknowledged = sender.join();
        assertThat(acknowledged).hasSizeGreaterThan(5);
        System.out.println(acknowledged.size() + " messages acknowledged around the kill of " + service.module());
        await().atMost(SETTLED_WITHIN)
                .untilAsserted(() -> assertThat(practice.worklist()).containsExactlyInAnyOrderElementsOf(acknowledged));
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
