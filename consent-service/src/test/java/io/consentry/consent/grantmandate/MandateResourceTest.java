package io.consentry.consent.grantmandate;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.deciding;
import static io.consentry.consent.Calls.decision;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class MandateResourceTest {

    private static final String EVIDENCE = "ab".repeat(32);

    private String practice = "";

    @BeforeEach
    void takeANewPractice() {
        practice = newPractice();
    }

    private String mandates() {
        return "/practices/" + practice + "/mandates";
    }

    private ValidatableResponse post(String token, String body) {
        return with(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(mandates())
                .then();
    }

    private ValidatableResponse enrol(String holder) {
        return post(
                TestTokens.of("operator", "OPS01"),
                "{\"holder\":\"" + holder + "\",\"documentSha256\":\"" + EVIDENCE + "\"}");
    }

    private ValidatableResponse decide(String subject) {
        return with(TestTokens.of("data-controller", practice, subject))
                .contentType(ContentType.JSON)
                .body(decision("opted-in"))
                .put("/practices/" + practice + "/consent")
                .then();
    }

    @Test
    void enrolment_letsThatPersonDecide_andNobodyElse() throws SQLException {
        enrol("ann")
                .statusCode(200)
                .body("mandates.holder", contains("ann"))
                .body("mandates[0].basis", equalTo("enrolment"));

        decide("bob").statusCode(403).body("type", equalTo("/problems/only-the-practice-decides"));
        decide("ann").statusCode(200);

        assertThat(ask("select string_agg(event_name, ',' order by position) from consent_event where practice = '"
                        + practice + "'"))
                .isEqualTo("MandateGranted,OverrideAttempted,PracticeOptedIn");
    }

    @Test
    void chain_goesFromHolderToHolder() {
        enrol("ann");
        post(TestTokens.of("data-controller", practice, "ann"), "{\"holder\":\"bob\"}")
                .statusCode(200)
                .body("mandates.holder", contains("ann", "bob"))
                .body("mandates[1].grantedBy", equalTo("ann"));
        with(TestTokens.of("data-controller", practice, "bob"))
                .delete(mandates() + "/ann")
                .then()
                .statusCode(200)
                .body("mandates.holder", contains("bob"));

        decide("ann").statusCode(403);
        decide("bob").statusCode(200);
    }

    /** As identity providers name people; the address spells what it cannot hold. */
    @ParameterizedTest
    @CsvSource({
        "auth0|7, auth0%7C7",
        "bob+gp@nhs.net, bob%2Bgp@nhs.net",
        "aGVsbG8=, aGVsbG8%3D",
        "f:0f3c:bob, f:0f3c:bob"
    })
    void mandate_isTakenAgain_fromWhoeverWasGivenIt(String holder, String segment) {
        enrol("ann");
        post(TestTokens.of("data-controller", practice, "ann"), "{\"holder\":\"" + holder + "\"}")
                .statusCode(200)
                .body("mandates.holder", contains("ann", holder));
        decide(holder).statusCode(200);

        with(TestTokens.of("data-controller", practice, "ann"))
                .urlEncodingEnabled(false)
                .delete(mandates() + "/" + segment)
                .then()
                .statusCode(200)
                .body("mandates.holder", contains("ann"));
        decide(holder).statusCode(403);
    }

    /** No address could name them, so that nobody could take the mandate from them. */
    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a/b", "a\\\\b", "a;b", "a%7Cb", "a b", "Zo\u00eb", "a?b", "a#b"})
    void grant_is422_forANameThatNoAddressCanHold(String holder) {
        enrol("ann");
        post(TestTokens.of("data-controller", practice, "ann"), "{\"holder\":\"" + holder + "\"}")
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-decision"));
    }

    @Test
    void enrolment_is409_whileSomebodyHoldsAMandate() {
        enrol("ann");
        enrol("bob").statusCode(409).body("type", equalTo("/problems/mandate-exists"));
    }

    @Test
    void grant_is403AndRecorded_byWhoeverHoldsNone() throws SQLException {
        enrol("ann");
        post(TestTokens.of("data-controller", practice, "mallory"), "{\"holder\":\"mallory\"}")
                .statusCode(403);
        assertThat(ask("select leaf::jsonb ->> 'reason' from consent_event where event_name = 'OverrideAttempted'"
                        + " and practice = '" + practice + "'"))
                .isEqualTo("no-mandate");
    }

    @Test
    void grant_is404_forAnotherPractice() {
        enrol("ann");
        post(TestTokens.of("data-controller", "OTHER1"), "{\"holder\":\"x\"}").statusCode(404);
        as("practice", "OTHER1").get(mandates()).then().statusCode(404);
        as("data-controller", "OTHER1").delete(mandates() + "/ann").then().statusCode(404);
        as("practice", practice)
                .contentType(ContentType.JSON)
                .body("{\"holder\":\"x\"}")
                .post(mandates())
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"holder\":\"\"}",
                "{\"holder\":\"a\\u0000b\",\"documentSha256\":\"" + "x" + "\"}",
                "{\"holder\":\"ann\"}",
                "{\"holder\":\"ann\",\"documentSha256\":\"short\"}"
            })
    void enrolment_is422_whenItIsIncomplete(String body) {
        post(TestTokens.of("operator", "OPS01"), body).statusCode(422);
    }

    @Test
    void withdrawal_is404_forWhoeverHoldsNone() {
        deciding(practice, "opted-in").put("/practices/" + practice + "/consent");
        as("data-controller", practice).delete(mandates() + "/nobody").then().statusCode(404);
    }

    @Test
    void longStream_isReadFromItsSnapshot() throws SQLException {
        for (int i = 0; i < 60; i++) {
            deciding(practice, i % 2 == 0 ? "opted-in" : "opted-out")
                    .put("/practices/" + practice + "/consent")
                    .then()
                    .statusCode(200);
        }

        assertThat(ask("select event_name || revision from stream_snapshot where stream_id = 'consent/" + practice
                        + "'"))
                .isEqualTo("PracticeConsent3");
        decide("somebody-else").statusCode(403);
        deciding(practice, "opted-out")
                .put("/practices/" + practice + "/consent")
                .then()
                .header("ETag", "\"61\"");
        deciding(practice, "opted-in")
                .put("/practices/" + practice + "/consent")
                .then()
                .header("ETag", "\"62\"");
    }
}
