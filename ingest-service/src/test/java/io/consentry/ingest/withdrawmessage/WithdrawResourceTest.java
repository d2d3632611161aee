package io.consentry.ingest.withdrawmessage;

import static io.consentry.ingest.Sending.story;
import static io.consentry.ingest.Sending.xml;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.events.ItemRejected;
import io.consentry.events.ItemWithdrawn;
import io.consentry.ingest.Samples;
import io.consentry.ingest.Sending;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class WithdrawResourceTest {

    private static final String PRACTICE = "WITH01";
    private static final Instant AT = Instant.parse("2026-03-01T09:30:00Z");

    @BeforeEach
    void thePracticeIsIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
    }

    @AfterEach
    void consentIsBack() {
        Neighbours.CONSENT.comeBack();
    }

    @Test
    void aPendingMessage_isTakenFromThePractice_andMayThenBeSentAnew() throws SQLException {
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);
        String id = accepted(message);

        withdraw(id, "wrong-patient").statusCode(202).body("status", equalTo("withdrawal-requested"));
        withdraw(id, "wrong-patient").statusCode(202);
        assertThat(Tables.count(
                        "select count(*) from feed_event where subject = ? and type like '%MessageWithdrawn.v1'", id))
                .isEqualTo(1);
        Neighbours.FILING.tell(new ItemWithdrawn(id, PRACTICE, AT));
        await().atMost(Duration.ofSeconds(15)).until(() -> Sending.status(id).equals("withdrawn"));

        story("pharmacy", Samples.PHARMACY, id)
                .body("timeline.status", contains("pending", "withdrawal-requested", "withdrawn"))
                .body("timeline[1].by", equalTo(Samples.PHARMACY))
                .body("timeline[1].reason", equalTo("wrong-patient"));
        assertThat(Tables.count("select count(*) from message where id = ?::uuid and document is null", id))
                .isEqualTo(1);
    }

    @Test
    void aHeldMessage_isWithdrawnAtOnce_andItsContentErased() throws SQLException {
        Neighbours.CONSENT.goAway();
        String id = accepted(Samples.unique(Samples.PHARMACY_FIRST));

        withdraw(id, "duplicate").statusCode(202).body("status", equalTo("withdrawn"));
        withdraw(id, "duplicate").statusCode(202).body("status", equalTo("withdrawn"));

        story("pharmacy", Samples.PHARMACY, id).body("timeline.status", contains("held", "withdrawn"));
        for (String table : new String[] {"held_message", "message_content"}) {
            assertThat(Tables.count("select count(*) from " + table + " where message_id = ?::uuid", id))
                    .isZero();
        }
        Neighbours.CONSENT.comeBack();
        String marker = accepted(Samples.unique(Samples.PHARMACY_FIRST));
        await().atMost(Duration.ofSeconds(15))
                .until(() -> Sending.status(marker).equals("pending"));
        assertThat(Sending.status(id)).isEqualTo("withdrawn");
        assertThat(Tables.count("select count(*) from feed_event where subject = ?", id))
                .isZero();
    }

    @Test
    void whatTheSenderDoesNotHave_orIsDecidedAgainst_isNotTakenBack() {
        String id = accepted(Samples.unique(Samples.PHARMACY_FIRST));
        withdraw("FXX99", id, "other").statusCode(404);
        withdraw(UUID.randomUUID().toString(), "other").statusCode(404);
        withdraw("no-id", "other").statusCode(404);
        withdraw(id, "because").statusCode(400);
        Neighbours.FILING.tell(new ItemRejected(id, PRACTICE, AT, "duplicate", false, null));
        await().atMost(Duration.ofSeconds(15)).until(() -> Sending.status(id).equals("rejected"));
        withdraw(id, "other").statusCode(409).body("type", equalTo("/problems/already-decided"));
    }

    private static String accepted(byte[] message) {
        return xml(PRACTICE, message).statusCode(202).extract().path("id");
    }

    private static ValidatableResponse withdraw(String id, String reason) {
        return withdraw(Samples.PHARMACY, id, reason);
    }

    private static ValidatableResponse withdraw(String pharmacy, String id, String reason) {
        return given().auth()
                .oauth2(TestTokens.of("pharmacy", pharmacy))
                .contentType("application/json")
                .body("{\"reason\": \"" + reason + "\"}")
                .post("/update-records/{id}/withdraw", id)
                .then();
    }
}
