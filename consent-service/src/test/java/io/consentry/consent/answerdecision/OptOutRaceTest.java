package io.consentry.consent.answerdecision;

import static io.consentry.consent.Calls.deciding;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.optIn;
import static io.consentry.consent.Calls.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A practice opts out and in while others ask: an acknowledged opt-out is never overlooked. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class OptOutRaceTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(4);
    private static final int ASKERS = 6;

    private final String practice = newPractice();
    private final String question =
            "{\"questions\":[{\"practice\":\"" + practice + "\",\"service\":\"contraception\"}]}";
    private final AtomicLong acknowledgedOptOut = new AtomicLong();
    private final AtomicInteger in = new AtomicInteger();
    private final AtomicInteger out = new AtomicInteger();

    @Test
    void decision_neverRestsOnAnythingBeforeAnOptOut_thatWasAcknowledgedWhenItWasAsked() throws Exception {
        optIn(practice, "contraception");
        Instant end = Instant.now().plus(LONG_ENOUGH);
        ExecutorService pool = Executors.newFixedThreadPool(ASKERS);
        try {
            List<Future<?>> askers = new ArrayList<>();
            for (int i = 0; i < ASKERS; i++) {
                askers.add(pool.submit(() -> ask(end)));
            }
            while (Instant.now().isBefore(end)) {
                acknowledgedOptOut.set(move("opted-out"));
                move("opted-in");
            }
            for (Future<?> asker : askers) {
                asker.get(30, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(in.get()).isPositive();
        assertThat(out.get()).isPositive();
    }

    private long move(String decision) {
        return deciding(practice, decision)
                .put("/practices/" + practice + "/consent")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("master.position");
    }

    private void ask(Instant end) {
        while (Instant.now().isBefore(end)) {
            long acknowledged = acknowledgedOptOut.get();
            JsonPath answer =
                    service().body(question).post("/internal/decisions").jsonPath();
            assertThat(answer.getLong("answers[0].position")).isGreaterThanOrEqualTo(acknowledged);
            if (answer.getString("answers[0].outcome").equals("opted-in")) {
                in.incrementAndGet();
                assertThat(answer.getLong("answers[0].position")).isGreaterThan(acknowledged);
            } else {
                out.incrementAndGet();
            }
        }
    }
}
