package io.consentry.filing;

import static io.consentry.filing.Rebuilds.operator;
import static io.consentry.filing.Rebuilds.rebuild;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.eventstore.EventSourcing;
import io.consentry.filing.item.Actor;
import io.consentry.filing.item.AddNote;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An act is shown with the commit that records it, where its item is shown up to then; else the projection shows it. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class ShownWithTheActTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    EventSourcing events;

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    private String received() {
        String item = SentMessage.to(practice).send();
        ada.awaitItem(item);
        return item;
    }

    @Test
    void act_isAnsweredAndShown_thoughTheProjectionStandsStill() throws SQLException {
        String item = received();
        // Mends what other tests broke.
        rebuild();
        try (Connection projection = Database.projectionStandsStill()) {
            ada.file(item, "\"0\"", "{}").then().statusCode(200).body("status", equalTo("filed"));
            ada.act(item, "undo", "\"1\"", "{}")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("pending"))
                    .body("history.size()", equalTo(3));
            assertThat(ada.list("").jsonPath().getList("items.id")).contains(item);
            projection.rollback();
        }
        passedBy();
        ada.open(item).then().body("status", equalTo("pending")).body("history.size()", equalTo(3));
        assertThat(rebuild().getLong("differences")).isZero();
    }

    /** Whoever acts would wait for the rebuild with the item's stream locked. */
    @Test
    void act_isShownByTheProjection_whileARebuildHoldsThemOff() throws SQLException {
        String item = received();
        try (Connection rebuild = Database.nobodyWritesAhead()) {
            ada.file(item, "\"0\"", "{}").then().statusCode(200).body("status", equalTo("filed"));
            rebuild.rollback();
        }
    }

    @Test
    void act_afterOneThatIsNotShownYet_isNotShownBeforeIt() throws Exception {
        String item = received();
        CompletableFuture<Response> filed;
        try (Connection projection = Database.projectionStandsStill()) {
            events.send(
                    new AddNote(item, practice, 0, "n1", new Actor("ada", "Ada", "practice", practice), Instant.now()),
                    Map.of());
            filed = CompletableFuture.supplyAsync(() -> ada.file(item, "\"1\"", "{}"));
            Awaitility.await().atMost(SOON).until(() -> stored(item) == 3);
            assertThat(Database.asRuntime("select version from worklist_item where item_id = ?", item))
                    .isEqualTo("0");
            assertThat(Database.rows("select version from item_history where item_id = ?", item))
                    .containsExactly("0");
            projection.rollback();
        }
        filed.get(SOON.toSeconds(), TimeUnit.SECONDS)
                .then()
                .statusCode(200)
                .body("status", equalTo("filed"))
                .body("history.size()", equalTo(3));
    }

    /** A fault of a table keeps nobody from acting: the act is recorded, and put aside until the fault is mended. */
    @Test
    void act_thatATableDoesNotTake_isRecordedAndPutAside_andOthersActOn() throws SQLException {
        String cursed = received();
        String whole = received();
        Database.asOwner("alter table item_history add constraint cursed check (item_id <> '" + cursed
                + "' or version = 0) not valid");
        try {
            CompletableFuture<Response> other =
                    CompletableFuture.supplyAsync(() -> ada.fileWithoutAnswer(whole, "\"0\""));
            ada.file(cursed, "\"0\"", "{}").then().statusCode(504);
            other.join().then().statusCode(204);
            assertThat(stored(cursed)).isEqualTo(2);
            Awaitility.await().atMost(SOON).until(() -> deadLettersOf(cursed).size() == 1);
        } finally {
            Database.asOwner("alter table item_history drop constraint cursed");
        }
        operator()
                .post("/dead-letters/" + deadLettersOf(cursed).get(0) + "/retry")
                .then()
                .statusCode(200)
                .body("applied", equalTo(true));
        ada.open(cursed).then().body("status", equalTo("filed")).body("history.size()", equalTo(2));
    }

    private static long stored(String item) throws SQLException {
        return Database.rows("select position from stored_event where stream_id = ?", item)
                .size();
    }

    private static List<String> deadLettersOf(String item) throws SQLException {
        return Database.rows("select letter_id from dead_letter where stream_id = ?", item);
    }

    /** Until the projection has been told of everything. */
    private void passedBy() {
        String last = received();
        ada.file(last, "\"0\"", "{}").then().statusCode(200);
        Awaitility.await().atMost(SOON).until(() -> !Database.rows(
                        "select 1 from processor_token where processor = 'views' and"
                                + " (convert_from(token, 'UTF8')::json ->> 'index')::bigint >="
                                + " (select max(position) from stored_event where stream_id = ?)",
                        last)
                .isEmpty());
    }
}
