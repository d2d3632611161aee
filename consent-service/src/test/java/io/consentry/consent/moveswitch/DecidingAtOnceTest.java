package io.consentry.consent.moveswitch;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.decision;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.optIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class DecidingAtOnceTest {

    @Test
    void ofTwoOppositeDecisions_onOneVersion_oneIsKept_andSentAgainItIsStale() throws Exception {
        String practice = newPractice();
        optIn(practice, "contraception");
        Instant then = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        for (int version = 3; version < 23; version++) {
            Instant from = then.plusSeconds(version);
            String etag = "\"" + version + "\"";
            CyclicBarrier start = new CyclicBarrier(2);
            CompletableFuture<Response> in = CompletableFuture.supplyAsync(() -> {
                await(start);
                return decide(practice, etag, "opted-in", from);
            });
            await(start);
            Response out = decide(practice, etag, "opted-out", from);

            assertThat(List.of(in.get(30, TimeUnit.SECONDS).statusCode(), out.statusCode()))
                    .containsExactlyInAnyOrder(200, 412);
            for (String decision : List.of("opted-in", "opted-out")) {
                decide(practice, etag, decision, from)
                        .then()
                        .statusCode(412)
                        .header("ETag", "\"" + (version + 1) + "\"")
                        .body("type", equalTo("/problems/stale-version"));
            }
        }
        assertThat(ask("select count(*) from consent_event where practice = '" + practice + "'"))
                .isEqualTo("23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"z00001", "%20Z00001", "Z00001%20", "Z0001%C3%89"})
    void codeThatIsNearlyOne_isNone(String code) {
        as("data-controller", "Z00001")
                .urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(decision("opted-in"))
                .put("/practices/" + code + "/consent")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-ods-code"));
    }

    private static Response decide(String practice, String etag, String decision, Instant from) {
        return as("data-controller", practice)
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body("{\"decision\":\"" + decision + "\",\"reason\":\"trial\",\"effectiveFrom\":\"" + from + "\"}")
                .put("/practices/" + practice + "/consent");
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
