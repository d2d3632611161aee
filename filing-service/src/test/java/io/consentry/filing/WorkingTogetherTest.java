package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class WorkingTogetherTest {

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    private String pending() {
        String item = SentMessage.to(practice).send();
        ada.awaitItem(item);
        return item;
    }

    @Test
    void undo_takesADecisionBack_andTheSenderNeverHearsOfIt() throws SQLException {
        String item = pending();
        ada.file(item, "\"0\"", "{}").then().statusCode(200);

        ada.act(item, "undo", "\"1\"", "")
                .then()
                .statusCode(200)
                .body("status", equalTo("pending"))
                .body("finalFrom", nullValue())
                .body("history.what", contains("received", "filed", "undone"));
        ada.list("").then().body("items.id", contains(item));
        ada.reject(item, "\"2\"", "{\"reason\": \"duplicate\"}").then().statusCode(200);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Database.rows(
                        "select type from feed_event where subject = ?", item)
                .contains("io.consentry.ItemRejected.v1"));
        assertThat(Database.rows("select type from feed_event where subject = ?", item))
                .containsExactly("io.consentry.ItemRejected.v1");
    }

    @Test
    void undo_isTooLate_onceTheSenderHasHeard() {
        String item = pending();
        ada.file(item, "\"0\"", "{}").then().statusCode(200);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !Database.rows(
                        "select 1 from feed_event where subject = ?", item)
                .isEmpty());

        ada.act(item, "undo", "\"1\"", "")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/cannot-be-undone"))
                .body("current.status", equalTo("filed"));
        ada.open(item).then().body("status", equalTo("filed"));
    }

    @Test
    void assign_showsWhoWasAsked_andFiltersByIt() {
        String item = pending();
        pending();

        ada.act(item, "assign", "\"0\"", "{\"to\": \"bob\"}")
                .then()
                .statusCode(200)
                .body("assignee", equalTo("bob"))
                .body("history[1].assignee", equalTo("bob"));
        ada.list("?assignee=bob").then().body("items.id", contains(item));
        ada.list("?assignee=carol").then().body("items", empty());
        ada.asking()
                .get("/practices/" + practice + "/items/counts")
                .then()
                .statusCode(200)
                .body("byStatus.pending", equalTo(2))
                .body("byStatus.filed", equalTo(0))
                .body("unassigned", equalTo(1));
        ada.act(item, "assign", "\"1\"", "{}").then().statusCode(200).body("assignee", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9990000018", "Ann Canarybird", "", "<b>"})
    void assign_isRefused_forWhatIsNobodysSignIn(String to) {
        String item = pending();

        ada.act(item, "assign", "\"0\"", "{\"to\": \"" + to + "\"}").then().statusCode(400);
    }

    @Test
    void note_isReadByColleagues_inTheItemsHistory() {
        String item = pending();

        ada.act(item, "note", "\"0\"", "{\"note\": \"Ring Canarybird first\"}")
                .then()
                .statusCode(200);

        Reviewer.named("bob", practice)
                .open(item)
                .then()
                .header("ETag", "\"1\"")
                .body("history[1].what", equalTo("note"))
                .body("history[1].note", equalTo("Ring Canarybird first"));
        ada.asking()
                .get("/practices/" + practice + "/items/" + item + "/history")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("history.what", contains("received", "note"))
                .body("history[1].note", equalTo("Ring Canarybird first"));
        ada.act(item, "note", "\"1\"", "{\"note\": \" \"}").then().statusCode(400);
    }

    @Test
    void changes_compareSentWithFiled_entryByEntry() {
        String item = pending();
        ada.file(item, "\"0\"", "{\"exclude\": [\"entry-medicine\"]}").then().statusCode(200);

        ada.asking()
                .get("/practices/" + practice + "/items/" + item + "/changes")
                .then()
                .statusCode(200)
                .body("status", equalTo("filed-with-changes"))
                .body("decidedBy.id", equalTo("ada"))
                .body("entries.findAll { it.outcome == 'left-out' }.entryId", contains("entry-medicine"))
                .body(
                        "entries.findAll { it.outcome == 'filed' }.entryId",
                        contains("entry-summary", "entry-temperature", "entry-red-flags", "entry-actions"))
                .body("entries[2].sent", equalTo("38.70 degrees C"))
                .body("entries[2].code.code", equalTo("703421000"));
    }

    @Test
    void everyOpening_isRecorded_withWhoAndWhat() {
        String item = pending();
        Reviewer bob = Reviewer.named("bob", practice);
        bob.open(item).then().statusCode(200);
        bob.asking()
                .get("/practices/" + practice + "/items/" + item + "/original")
                .then()
                .statusCode(200);
        for (String part : new String[] {"changes", "history"}) {
            bob.asking()
                    .get("/practices/" + practice + "/items/" + item + "/" + part)
                    .then()
                    .statusCode(200);
        }

        ada.asking()
                .get("/practices/" + practice + "/items/" + item + "/openings")
                .then()
                .statusCode(200)
                .body("openings.what.take(4)", contains("history", "changes", "original", "item"))
                .body("openings.by.id.take(4)", everyItem(equalTo("bob")))
                .body("openings.by.id", hasItems("ada", "bob"));
    }
}
