package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.local.callsuite.Answer;
import io.consentry.local.place.ServiceName;
import io.consentry.local.playdemo.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When the practice's decision cannot be asked for, nothing is guessed. */
@ExtendWith(SharedSuite.class)
class HoldIT {

    private static final Duration DECIDED_WITHIN = Duration.ofSeconds(60);

    @Test
    void message_isHeld_whileConsentIsDown_andDecidedByItself_afterwards(SharedSuite.Running suite) throws Exception {
        TestPractice open = new TestPractice(suite).optIn();
        TestPractice closed = new TestPractice(suite);

        suite.suite().stopService(ServiceName.CONSENT);
        Answer toOpen = open.send(Sample.PHARMACY_FIRST.written());
        Answer toClosed = closed.send(Sample.PHARMACY_FIRST.written());
        assertThat(toOpen.status()).as(toOpen.summary()).isEqualTo(202);
        assertThat(toOpen.text("/status")).isEqualTo("held");
        assertThat(toClosed.text("/status")).isEqualTo("held");
        assertThat(open.worklist()).isEmpty();
        suite.restart(ServiceName.CONSENT);

        String accepted = toOpen.text("/id");
        await().atMost(DECIDED_WITHIN)
                .untilAsserted(
                        () -> assertThat(open.message(accepted).text("/status")).isEqualTo("pending"));
        await().atMost(DECIDED_WITHIN)
                .untilAsserted(() -> assertThat(open.worklist()).containsExactly(accepted));
        await().atMost(DECIDED_WITHIN).untilAsserted(() -> assertThat(
                        closed.message(toClosed.text("/id")).text("/status"))
                .isEqualTo("declined"));
        assertThat(closed.worklist()).isEmpty();
    }

    @Test
    void heldMessages_areDecidedInTheOrderOfArrival_andSayWhichDecisionLetThemIn(SharedSuite.Running suite)
            throws Exception {
        TestPractice practice = new TestPractice(suite).optIn();
        List<byte[]> messages = List.of(
                Sample.PHARMACY_FIRST.written(), Sample.CONTRACEPTION.written(), Sample.PHARMACY_FIRST.written());
        List<String> ids = new ArrayList<>();
        suite.suite().stopService(ServiceName.CONSENT);
        for (byte[] message : messages) {
            ids.add(practice.send(message).text("/id"));
        }
        Answer whileHeld = practice.send(messages.get(0));
        assertThat(whileHeld.status()).isEqualTo(200);
        assertThat(whileHeld.text("/status")).isEqualTo("held");
        suite.restart(ServiceName.CONSENT);

        await().atMost(DECIDED_WITHIN)
                .untilAsserted(() ->
                        assertThat(practice.message(ids.get(2)).text("/status")).isEqualTo("pending"));
        List<String> decidedAt = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Answer again = practice.send(messages.get(i));
            assertThat(again.text("/id")).isEqualTo(ids.get(i));
            assertThat(again.json().at("/decision/position").asLong()).isPositive();
            decidedAt.add(practice.message(ids.get(i)).text("/timeline/1/at"));
        }
        assertThat(decidedAt).isSorted();
        await().atMost(DECIDED_WITHIN)
                .untilAsserted(() -> assertThat(practice.worklist()).containsExactlyInAnyOrderElementsOf(ids));
    }

    @Test
    void switch_cannotBeMoved_whileConsentIsDown_andSaysSo(SharedSuite.Running suite) throws Exception {
        TestPractice practice = new TestPractice(suite);
        suite.suite().stopService(ServiceName.CONSENT);
        try {
            Answer answer = practice.decide("", "opted-in");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("unavailable");
        } finally {
            suite.restart(ServiceName.CONSENT);
        }
    }
}
