package io.consentry.gateway.console.replayhistory;

import static io.consentry.gateway.console.SandboxBrowser.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.consentry.gateway.GatewayTest;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page says of earlier replays, before anybody asks for one. */
@GatewayTest
class VerifyPageTest {

    private static final String RUNNING =
            "{\"id\":\"3\",\"status\":\"running\",\"askedAt\":\"2026-06-03T09:00:00Z\",\"upTo\":700,\"replayed\":20,\"differences\":0}";

    @BeforeEach
    void reset() {
        StandInServices.reset();
    }

    @Test
    void lastReplayThatEnded_isTold_asPeopleInBritainReadTimes() {
        replayed(RUNNING, done("2", "2026-06-02T13:47:00Z", 612, 0), done("1", "2026-06-01T08:00:00Z", 600, 3));

        page().statusCode(200)
                .body(containsString("Last replayed 2 Jun 2026, 14:47, up to event 612:"
                        + " the live state was the same in every switch."))
                .body(not(containsString("were found")));
    }

    @Test
    void differences_areTold() {
        replayed(done("1", "2026-01-01T08:00:00Z", 600, 3));
        page().statusCode(200)
                .body(containsString("Last replayed 1 Jan 2026, 08:00, up to event 600:"))
                .body(containsString("3 differences were found"))
                .body(not(containsString("was the same")));

        replayed(done("1", "2026-01-01T08:00:00Z", 600, 1));
        page().body(containsString("1 difference was found"));
    }

    @Test
    void noReplay_orNoneThatEnded_isSaid() {
        replayed();
        page().statusCode(200).body(containsString("No replay has come to its end lately."));

        replayed(RUNNING);
        page().statusCode(200).body(containsString("No replay has come to its end lately."));
    }

    @Test
    void page_isForAuditorsAlone() {
        for (String role : new String[] {"practice", "data-controller", "pharmacy", "operator", "programme"}) {
            as(role).get("/console/verify")
                    .then()
                    .statusCode(403)
                    .contentType(containsString("text/html"))
                    .body(containsString("This is not yours to do"));
        }
        assertThat(StandIn.CONSENT.received()).extracting(StandIn.Received::uri).doesNotContain("/audit/replays");
    }

    @Test
    void page_saysThatAPartIsAway_andNotThatNothingWasReplayedOrSigned() {
        StandIn.CONSENT.stop();

        page().statusCode(503)
                .contentType(containsString("text/html"))
                .body(containsString("A part of the suite is not answering"))
                .body(not(containsString("lately")))
                .body(not(containsString("Nothing has been signed")));
    }

    private static ValidatableResponse page() {
        return as("auditor").get("/console/verify").then();
    }

    private static void replayed(String... newestFirst) {
        StandIn.CONSENT.answers(request -> request.response()
                .putHeader("Content-Type", "application/json")
                .end(
                        request.path().equals("/audit/replays")
                                ? "{\"replays\":[" + String.join(",", newestFirst) + "]}"
                                : "a signed head"));
    }

    private static String done(String id, String askedAt, long upTo, long differences) {
        return "{\"id\":\"%s\",\"status\":\"done\",\"askedAt\":\"%s\",\"upTo\":%d,\"replayed\":%d,\"differences\":%d}"
                .formatted(id, askedAt, upTo, upTo, differences);
    }
}
