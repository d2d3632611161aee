package io.consentry.ingest.decideheld;

import static io.consentry.ingest.Sending.status;
import static io.consentry.ingest.Sending.story;
import static io.consentry.ingest.Sending.xml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.consentry.ingest.Samples;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class HeldMessagesTest {

    @AfterEach
    void consentIsBack() {
        Neighbours.CONSENT.comeBack();
    }

    @Test
    void holds_whileConsentIsAway_andDecidesInTheOrderOfArrival_whenItIsBack() throws Exception {
        Neighbours.CONSENT.goAway();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(xml("H00001", Samples.unique(Samples.PHARMACY_FIRST))
                    .statusCode(202)
                    .body("status", equalTo("held"))
                    .body("decision", nullValue())
                    .extract()
                    .path("id"));
        }
        story("practice", "H00001", ids.get(0)).statusCode(404);
        assertThat(announced(ids)).isEmpty();

        long position = Neighbours.CONSENT.optIn("H00001");
        Neighbours.CONSENT.comeBack();

        await().atMost(Duration.ofSeconds(10)).until(() -> status(ids.get(4)).equals("pending"));
        assertThat(announced(ids)).containsExactlyElementsOf(ids);
        assertThat(Tables.count(
                        "select count(*) from message where practice = 'H00001' and decision_position = ?", position))
                .isEqualTo(5);
        story("pharmacy", Samples.PHARMACY, ids.get(0))
                .body("timeline.status", contains("held", "pending"))
                .body("timeline[0].reason", equalTo("consent-not-reachable"));
    }

    @Test
    void declinesWhatIsHeld_whenTheDirectoryDoesNotListThePractice() throws Exception {
        Neighbours.CONSENT.goAway();
        String id = xml("H00009", Samples.unique(Samples.PHARMACY_FIRST))
                .statusCode(202)
                .extract()
                .path("id");

        Neighbours.CONSENT.unlist("H00009");
        Neighbours.CONSENT.comeBack();

        await().atMost(Duration.ofSeconds(10)).until(() -> status(id).equals("declined"));
        story("pharmacy", Samples.PHARMACY, id).body("timeline[1].reason", equalTo("unknown-practice"));
    }

    @Test
    void declinesWhatIsHeld_whenThePracticeIsOut_andErasesIt() throws Exception {
        Neighbours.CONSENT.goAway();
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);
        String id = xml("H00002", message).statusCode(202).extract().path("id");

        Neighbours.CONSENT.optOut("H00002");
        Neighbours.CONSENT.comeBack();

        await().atMost(Duration.ofSeconds(10)).until(() -> status(id).equals("declined"));
        assertThat(Tables.count("select count(*) from message_content where message_id = ?::uuid", id))
                .isZero();
        assertThat(announced(List.of(id))).isEmpty();
        assertThat(Tables.count("select count(*) from fallback where practice = 'H00002' and closed_at is null"))
                .isEqualTo(1);

        Neighbours.CONSENT.optIn("H00002");
        String again = xml("H00002", message).statusCode(202).extract().path("id");
        assertThat(again).isNotEqualTo(id);
        assertThat(Tables.count("select count(*) from fallback where practice = 'H00002' and closed_by = 'delivery'"))
                .isEqualTo(1);
    }

    @Test
    void aPracticeThatCannotBeDecidedFor_keepsNoOtherWaiting() throws Exception {
        Neighbours.CONSENT.makeNoSense("H00016", true);
        Neighbours.CONSENT.goAway();
        String first = held("H00016");
        String second = held("H00017");

        Neighbours.CONSENT.optIn("H00016");
        Neighbours.CONSENT.optIn("H00017");
        Neighbours.CONSENT.comeBack();

        await().atMost(Duration.ofSeconds(30)).until(() -> status(second).equals("pending"));
        assertThat(status(first)).isEqualTo("held");
        Neighbours.CONSENT.makeNoSense("H00016", false);
        await().atMost(Duration.ofSeconds(30)).until(() -> status(first).equals("pending"));
    }

    private static String held(String practice) {
        return xml(practice, Samples.unique(Samples.PHARMACY_FIRST))
                .statusCode(202)
                .body("status", equalTo("held"))
                .extract()
                .path("id");
    }

    @Test
    void newerMessages_queueBehindHeldOnes() throws Exception {
        Neighbours.CONSENT.optIn("H00003");
        String older;
        String newer;
        try (Connection decider = Tables.asRuntime()) {
            decider.setAutoCommit(false);
            // As if another process were at work on the queue: nothing held is decided meanwhile.
            assertThat(HeldMessages.lock(decider, "H00003")).isTrue();
            Neighbours.CONSENT.goAway();
            older = xml("H00003", Samples.unique(Samples.PHARMACY_FIRST))
                    .extract()
                    .path("id");
            Neighbours.CONSENT.comeBack();
            newer = xml("H00003", Samples.unique(Samples.PHARMACY_FIRST))
                    .statusCode(202)
                    .body("status", equalTo("held"))
                    .body("decision", nullValue())
                    .extract()
                    .path("id");
            decider.rollback();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> status(newer).equals("pending"));
        assertThat(announced(List.of(older, newer))).containsExactly(older, newer);
        story("pharmacy", Samples.PHARMACY, newer).body("timeline[0].reason", equalTo("queued-behind-held"));
    }

    @Test
    void givesTheSameAnswer_toAHeldMessageSentAgain() {
        Neighbours.CONSENT.goAway();
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);
        String id = xml("H00004", message).statusCode(202).extract().path("id");

        xml("H00004", message)
                .statusCode(200)
                .header("Idempotent-Replay", "true")
                .body("id", equalTo(id))
                .body("status", equalTo("held"));
    }

    @Test
    void holds_whenConsentAnswersTooLate_orWithAnError() {
        Neighbours.CONSENT.optIn("H00005");
        Neighbours.CONSENT.answersAfter(Duration.ofSeconds(6));
        xml("H00005", Samples.unique(Samples.PHARMACY_FIRST)).statusCode(202).body("status", equalTo("held"));
        Neighbours.CONSENT.answersAfter(Duration.ZERO);
        for (int status : new int[] {500, 503, 401, 404}) {
            Neighbours.CONSENT.answersWith(status);
            xml("H0000" + status % 7, Samples.unique(Samples.PHARMACY_FIRST))
                    .statusCode(202)
                    .body("status", equalTo("held"));
        }
    }

    /** Of these messages, those that were announced, in that order. */
    private static List<String> announced(List<String> ids) throws Exception {
        try (Connection connection = Tables.asRuntime();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select subject from feed_event order by inserted")) {
            List<String> announced = new ArrayList<>();
            while (row.next()) {
                if (ids.contains(row.getString(1))) {
                    announced.add(row.getString(1));
                }
            }
            return announced;
        }
    }
}
