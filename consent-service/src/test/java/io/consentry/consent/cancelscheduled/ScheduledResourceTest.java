package io.consentry.consent.cancelscheduled;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.connect;
import static io.consentry.consent.Calls.deciding;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class ScheduledResourceTest {

    private String practice = "";

    @BeforeEach
    void takeANewPractice() {
        practice = newPractice();
    }

    private String scheduled() {
        return "/practices/" + practice + "/consent/scheduled";
    }

    private String schedule(String path, String decision, Instant from) {
        as("data-controller", practice)
                .contentType(ContentType.JSON)
                .body("{\"decision\":\"" + decision + "\",\"reason\":\"trial\",\"effectiveFrom\":\"" + from + "\"}")
                .put("/practices/" + practice + "/consent" + path)
                .then()
                .statusCode(200);
        return as("practice", practice)
                .get(scheduled())
                .jsonPath()
                .getString("scheduled.find { it.effectiveFrom == '" + from + "' }.id");
    }

    private record Soon(String id, Instant from) {}

    /** Schedules as soon as this machine, however busy, still gets there before. */
    private Soon scheduleSoon(String decision) throws SQLException {
        for (long millis = 500; ; millis *= 2) {
            Instant from = Instant.now().plusMillis(millis).truncatedTo(ChronoUnit.MILLIS);
            int status = as("data-controller", practice)
                    .contentType(ContentType.JSON)
                    .body("{\"decision\":\"" + decision + "\",\"reason\":\"trial\",\"effectiveFrom\":\"" + from + "\"}")
                    .put("/practices/" + practice + "/consent")
                    .statusCode();
            if (status == 200) {
                return new Soon(ask("select event_id from switch_decision where practice = '" + practice + "'"), from);
            }
            assertThat(status).isEqualTo(422);
            assertThat(millis).isLessThan(30_000);
        }
    }

    private static Instant inHours(int hours) {
        return Instant.now().plus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void list_namesWhatIsToCome_soonestFirst() {
        schedule("/contraception", "opted-in", inHours(48));
        schedule("", "opted-in", inHours(24));

        as("auditor", "AUD01")
                .get(scheduled())
                .then()
                .statusCode(200)
                .body("scheduled", hasSize(2))
                .body("scheduled[0].decision", equalTo("opted-in"))
                .body("scheduled[1].service", equalTo("contraception"));
        as("practice", "OTHER1").get(scheduled()).then().statusCode(404);
        as("pharmacy", "FA001").get(scheduled()).then().statusCode(403);
    }

    @Test
    void cancel_keepsTheDecisionFromTakingEffect() {
        Instant tomorrow = inHours(24);
        String id = schedule("", "opted-in", tomorrow);

        as("data-controller", practice).delete(scheduled() + "/" + id).then().statusCode(200);

        as("practice", practice).get(scheduled()).then().body("scheduled", empty());
        as("practice", practice)
                .get("/practices/" + practice + "/consent?at=" + tomorrow)
                .then()
                .body("master.decision", equalTo("opted-out"));
        as("data-controller", practice).delete(scheduled() + "/" + id).then().statusCode(404);
    }

    @Test
    void cancel_is409_onceTheDecisionIsInEffect() throws SQLException {
        Soon soon = scheduleSoon("opted-in");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Instant.now()
                .isAfter(soon.from().plusMillis(50)));

        as("data-controller", practice)
                .delete(scheduled() + "/" + soon.id())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-in-effect"));
        as("practice", practice)
                .get("/practices/" + practice + "/consent")
                .then()
                .body("master.decision", equalTo("opted-in"));
    }

    @Test
    void cancel_isNeverLate_whenItsOwnTimeComesAfterTheDecisions() throws Exception {
        Soon soon = scheduleSoon("opted-in");
        int status = 0;
        // The head of the log is held until the decision has taken effect; the cancellation was sent before.
        try (var owner = connect("consent_owner");
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("select 1 from consent_head for update");
            var sent = CompletableFuture.supplyAsync(() -> as("data-controller", practice)
                    .delete(scheduled() + "/" + soon.id())
                    .statusCode());
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Instant.now()
                    .isAfter(soon.from().plusMillis(100)));
            owner.commit();
            status = sent.get();
        }

        assertThat(status).isEqualTo(409);
        assertThat(ask("select count(*) from consent_event where event_name = 'ScheduledDecisionCancelled'"
                        + " and practice = '" + practice + "'"))
                .isEqualTo("0");
        assertThat(ask("select max(position) - count(*) from consent_event")).isEqualTo("0");
    }

    @Test
    void cancel_is403AndRecorded_forEverybodyElse() throws SQLException {
        String id = schedule("", "opted-in", inHours(24));

        as("data-controller", "OTHER1").delete(scheduled() + "/" + id).then().statusCode(403);
        with(TestTokens.of("data-controller", practice, "somebody-else"))
                .delete(scheduled() + "/" + id)
                .then()
                .statusCode(403);

        assertThat(ask("select string_agg(leaf::jsonb ->> 'reason', ',' order by position) from consent_event"
                        + " where event_name = 'OverrideAttempted' and practice = '" + practice + "'"))
                .isEqualTo("not-this-practice,no-mandate");
    }

    @Test
    void cancel_is404_forWhatWasNeverScheduled() {
        deciding(practice, "opted-in")
                .put("/practices/" + practice + "/consent")
                .then()
                .statusCode(200);
        as("data-controller", practice).delete(scheduled() + "/nothing").then().statusCode(404);
    }
}
