package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.events.MessageWithdrawn;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a sender takes back or replaces. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class TakenBackTest {

    private static final Instant AT = Instant.parse("2026-03-02T11:00:00Z");

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    @Test
    void pendingItem_canNoLongerBeFiled_whenItsSenderTakesItBack() throws SQLException {
        String item = SentMessage.to(practice).send();
        ada.awaitItem(item);

        withdraw(item);
        withdraw(item);
        awaitHandled();

        ada.open(item)
                .then()
                .body("status", equalTo("withdrawn"))
                .body("history.what", contains("received", "withdrawn"))
                .body("history[1].reason", equalTo("clinically-wrong"));
        ada.file(item, "\"1\"", "{}").then().statusCode(409).body("type", equalTo("/problems/already-decided"));
        assertThat(announced(item)).isEqualTo("io.consentry.ItemWithdrawn.v1");
    }

    @Test
    void filedItem_staysFiled_andThePracticeIsAsked_whenItsSenderTakesItBack() throws SQLException {
        String item = SentMessage.to(practice).send();
        ada.awaitItem(item);
        ada.file(item, "\"0\"", "{}").then().statusCode(200);

        withdraw(item);
        awaitHandled();

        ada.open(item)
                .then()
                .body("status", equalTo("filed"))
                .body("withdrawalAsked", equalTo("clinically-wrong"))
                .body("history.what", contains("received", "filed", "withdrawal-asked"));
        assertThat(announced(item)).doesNotContain("ItemWithdrawn");
    }

    @Test
    void itemTakenBackInTheBatchThatBroughtIt_isNeverPending() {
        SentMessage message = SentMessage.to(practice);
        message.send();
        withdraw(message.id());
        awaitHandled();

        ada.open(message.id()).then().body("status", equalTo("withdrawn"));
    }

    @Test
    void replacedItem_isToldToItsSender() throws SQLException {
        String older = SentMessage.to(practice).send();
        ada.awaitItem(older);

        ada.awaitItem(SentMessage.to(practice).replacing(older).send());

        assertThat(announced(older)).isEqualTo("io.consentry.ItemReplaced.v1");
    }

    @Test
    void newerDocument_ofAFiledOne_isPendingAndSaysSo_andTellsTheDifferences() {
        String older = SentMessage.to(practice).send();
        ada.awaitItem(older);
        ada.file(older, "\"0\"", "{}").then().statusCode(200);
        SentMessage newer = SentMessage.to(practice).replacing(older);
        newer.send(newer.withSummary("feels well again"));
        ada.awaitItem(newer.id());

        ada.open(newer.id())
                .then()
                .body("status", equalTo("pending"))
                .body("replaces", equalTo(older))
                .body("replacedStatus", equalTo("filed"));
        ada.list("?status=pending")
                .then()
                .body("items.find { it.id == '" + newer.id() + "' }.replacedStatus", equalTo("filed"));
        ada.asking()
                .get("/practices/" + practice + "/items/" + newer.id() + "/replaced")
                .then()
                .statusCode(200)
                .body("replaces", equalTo(older))
                .body("replacedStatus", equalTo("filed"))
                .body("differences.change", contains("changed"))
                .body("differences[0].after.text", equalTo("feels well again"));
        ada.asking()
                .get("/practices/" + practice + "/items/" + newer.id() + "/openings")
                .then()
                .body("openings[0].what", equalTo("changes"));
        ada.asking()
                .get("/practices/" + practice + "/items/" + older + "/replaced")
                .then()
                .statusCode(404);
    }

    private void withdraw(String item) {
        IngestStandIn.announce(new MessageWithdrawn(item, practice, AT, "clinically-wrong"));
    }

    /** Whatever was announced before a message has happened when the message is an item, and is shown. */
    private void awaitHandled() {
        String marker = SentMessage.to(practice).send();
        ada.awaitItem(marker);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Database.asRuntime("""
                        select count(*) from stored_event e where not exists (
                            select from item_history h where h.item_id = e.stream_id and h.version = e.stream_sequence)
                        and e.stream_id in (select item_id from worklist_item where practice = ?)""", practice)
                .equals("0"));
    }

    /** All but the reminder: whether a working day has passed without a look depends on the day of the test. */
    private static String announced(String item) throws SQLException {
        return Database.asRuntime(
                "select coalesce(string_agg(type, ' '), '') from feed_event where subject = ?"
                        + " and type <> 'io.consentry.ItemUnread.v1'",
                item);
    }
}
