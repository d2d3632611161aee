package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.local.callsuite.Answer;
import io.consentry.local.callsuite.Gateway;
import io.consentry.local.playdemo.Sample;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a sender takes back is taken from the practice, across the services. */
@ExtendWith(SharedSuite.class)
class TakenBackIT {

    private static final Duration HEARD_WITHIN = Duration.ofSeconds(60);

    @Test
    void pendingMessage_thatIsTakenBack_canNoLongerBeFiled_andItsSenderHears(SharedSuite.Running suite)
            throws Exception {
        TestPractice practice = new TestPractice(suite).optIn();
        String id = practice.send(Sample.PHARMACY_FIRST.written()).text("/id");
        await().atMost(HEARD_WITHIN)
                .untilAsserted(() -> assertThat(practice.worklist()).containsExactly(id));
        Gateway gateway = suite.gateway();

        Answer taken = gateway.post(
                "/update-records/" + id + "/withdraw",
                practice.pharmacy(),
                "\"0\"",
                TestPractice.json().put("reason", "wrong-practice"));
        assertThat(taken.status()).as(taken.summary()).isEqualTo(202);

        await().atMost(HEARD_WITHIN)
                .untilAsserted(
                        () -> assertThat(practice.message(id).text("/status")).isEqualTo("withdrawn"));
        // The sender is told from the log of events, which the worklist follows by itself.
        await().atMost(HEARD_WITHIN)
                .untilAsserted(
                        () -> assertThat(practice.item(id).text("/status")).isEqualTo("withdrawn"));
        Answer filed = practice.act(id, "file", "\"1\"", TestPractice.json());
        assertThat(filed.problem()).isEqualTo("already-decided");
    }
}
