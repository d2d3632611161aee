package io.consentry.filing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.consentry.eventstore.EventSourcing;
import io.consentry.filing.item.Actor;
import io.consentry.filing.item.AddNote;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class DeadLetterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Inject
    EventSourcing events;

    @Inject
    MeterRegistry metrics;

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    private static RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.of("operator", "X00001"));
    }

    private static JsonPath deadLetters() {
        return operator()
                .get("/dead-letters?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void note(String item, long seen) {
        events.send(
                new AddNote(item, practice, seen, "note", new Actor("ada", "Ada", "practice", practice), NOW),
                Map.of());
    }

    private double shownByMetrics() {
        return metrics.get("consentry.dead.letters").gauge().value();
    }

    @Test
    void event_waitsWithThoseOfItsItem_whileOthersGoOn_untilItIsTriedAgainAfterAFix() throws SQLException {
        String broken = SentMessage.to(practice).send();
        String whole = SentMessage.to(practice).send();
        ada.awaitItem(broken);
        ada.awaitItem(whole);
        hide(broken);

        note(broken, 0);
        note(broken, 1);
        ada.file(whole, "\"0\"", "{}").then().statusCode(200);

        JsonPath listed = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        DeadLetterTest::deadLetters,
                        page -> page.getList("deadLetters.itemId").contains(broken)
                                && page.getInt(of(broken) + ".waiting") == 1);
        assertThat(listed.getString(of(broken) + ".event")).isEqualTo("NoteAdded");
        assertThat(listed.getString(of(broken) + ".cause")).isEqualTo("java.lang.IllegalStateException");
        assertThat(listed.getString(of(broken) + ".where")).isEqualTo("worklist");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> shownByMetrics() >= 2);
        String id = listed.getString(of(broken) + ".id");
        retry(id, false);
        assertThat(Database.rows("select 1 from item_history where item_id = ? and version > 0", broken))
                .as("what another table got of an event that failed")
                .isEmpty();

        showAgain(broken);
        retry(id, true);

        ada.open(broken).then().statusCode(200).body("version", equalTo(2)).body("history.size()", equalTo(3));
        operator().get("/dead-letters").then().body("deadLetters.itemId", not(hasItem(broken)));
        note(broken, 2);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ada.open(broken).then().body("version", equalTo(3)));
    }

    /** It came while the one that failed was tried with success, and was put behind it. */
    @Test
    void event_thatWaitsForNone_isAppliedByItself() throws SQLException {
        String broken = SentMessage.to(practice).send();
        ada.awaitItem(broken);
        hide(broken);
        note(broken, 0);
        awaitLetterOf(broken);
        showAgain(broken);

        Database.change("update dead_letter set cause = null, cause_detail = null where stream_id = ?", broken);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ada.open(broken).then().body("version", equalTo(1)));
    }

    /** As many as the framework puts aside unless it is told otherwise; an item is tried again without a look at the others. */
    @Test
    void othersGoOn_howeverManyItemsWaitAlready() throws SQLException {
        String first = SentMessage.to(practice).send();
        String second = SentMessage.to(practice).send();
        String whole = SentMessage.to(practice).send();
        List.of(first, second, whole).forEach(ada::awaitItem);
        hide(first);
        hide(second);
        note(first, 0);
        awaitLetterOf(first);
        Database.change("""
                insert into dead_letter
                select copy.* from dead_letter letter, generate_series(1, 1024) n,
                    jsonb_populate_record(letter, jsonb_build_object(
                        'letter_id', 'z-copy-' || n, 'stream_id', 'z-copy-' || n,
                        'aggregate_id', 'z-copy-' || n, 'event_name', 'NobodyKnowsIt')) copy
                where letter.stream_id = ?""", first);
        try {
            note(second, 0);
            ada.file(whole, "\"0\"", "{}").then().statusCode(200);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> ada.open(whole).then().body("history.size()", equalTo(2)));
            awaitLetterOf(second);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> shownByMetrics() >= 1026);
            operator()
                    .get("/dead-letters")
                    .then()
                    .body("deadLetters", hasSize(50))
                    .body("next", notNullValue());
            for (String item : List.of(first, second)) {
                showAgain(item);
                retry(awaitLetterOf(item).getString(of(item) + ".id"), true);
            }
        } finally {
            Database.change("delete from dead_letter where stream_id like 'z-copy-%'");
        }
    }

    private static void hide(String item) throws SQLException {
        Database.change("update worklist_item set item_id = 'hidden-' || item_id where item_id = ?", item);
    }

    private static void showAgain(String item) throws SQLException {
        Database.change("update worklist_item set item_id = ? where item_id = 'hidden-' || ?", item, item);
    }

    private static JsonPath awaitLetterOf(String item) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(DeadLetterTest::deadLetters, page -> page.getList("deadLetters.itemId")
                        .contains(item));
    }

    @Test
    void message_thatCannotBecomeAnItem_isListed_andTriedAgain() {
        SentMessage message = SentMessage.to(practice);
        IngestStandIn.announce(message.accepted());

        JsonPath listed = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(DeadLetterTest::deadLetters, page -> page.getList("deadLetters.itemId")
                        .contains(message.id()));
        assertThat(listed.getString(of(message.id()) + ".where")).isEqualTo("received");
        String id = listed.getString(of(message.id()) + ".id");
        retry(id, false);
        IngestStandIn.reveal(message.id(), message.consultation());
        retry(id, true);

        ada.awaitItem(message.id());
    }

    @Test
    void deadLetters_areListedPageByPage_ofBothKinds() throws SQLException {
        List<String> items = List.of(
                SentMessage.to(practice).send(), SentMessage.to(practice).send());
        items.forEach(ada::awaitItem);
        for (String item : items) {
            hide(item);
            note(item, 0);
            awaitLetterOf(item);
        }
        SentMessage message = SentMessage.to(practice);
        IngestStandIn.announce(message.accepted());
        awaitLetterOf(message.id());

        assertThat(itemsPageByPage())
                .doesNotHaveDuplicates()
                .containsSubsequence(items.stream().sorted().toList())
                .containsSubsequence(items.get(0), message.id())
                .containsExactlyElementsOf(deadLetters().getList("deadLetters.itemId"));

        IngestStandIn.reveal(message.id(), message.consultation());
        retry(deadLetters().getString(of(message.id()) + ".id"), true);
        for (String item : items) {
            showAgain(item);
            retry(deadLetters().getString(of(item) + ".id"), true);
        }
    }

    private static List<String> itemsPageByPage() {
        List<String> items = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = operator()
                    .get("/dead-letters?limit=1" + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            items.addAll(page.getList("deadLetters.itemId"));
            next = page.getString("next") == null ? null : "&next=" + page.getString("next");
        }
        return items;
    }

    @Test
    void deadLetters_areForOperators() {
        ada.asking().get("/dead-letters").then().statusCode(403);
        operator().post("/dead-letters/no-such/retry").then().statusCode(404);
    }

    private static String of(String item) {
        return "deadLetters.find { it.itemId == '" + item + "' }";
    }

    private static void retry(String id, boolean applied) {
        operator().post("/dead-letters/" + id + "/retry").then().statusCode(200).body("applied", equalTo(applied));
    }
}
