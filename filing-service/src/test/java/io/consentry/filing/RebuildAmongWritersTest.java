package io.consentry.filing;

import static io.consentry.filing.Rebuilds.begin;
import static io.consentry.filing.Rebuilds.ended;
import static io.consentry.filing.Rebuilds.rebuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.eventstore.EventSourcing;
import io.consentry.filing.item.Actor;
import io.consentry.filing.item.AddNote;
import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** People go on working while the tables are built anew, again and again. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class RebuildAmongWritersTest {

    private static final int ROUNDS = 10;
    private static final int WRITERS = 4;
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Inject
    EventSourcing events;

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    @Test
    void everyRebuildComesToItsEnd_andNoRowIsLostOrOld() throws Exception {
        List<String> items = IntStream.range(0, WRITERS)
                .mapToObj(i -> SentMessage.to(practice).send())
                .toList();
        items.forEach(ada::awaitItem);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<Long>> written = new ArrayList<>();
        List<JsonPath> rebuilds = new ArrayList<>();
        try {
            items.forEach(item -> written.add(writers.submit(() -> writeUntil(done, item))));
            for (int round = 0; round < ROUNDS; round++) {
                // One row at a time: the projector writes several in an order of its own, and they would wait for each
                // other.
                for (String item : items) {
                    Database.change("update worklist_item set assignee = 'nobody' where item_id = ?", item);
                }
                rebuilds.add(rebuild());
            }
        } finally {
            done.set(true);
            writers.shutdown();
        }

        assertThat(rebuilds).extracting(page -> page.getString("status")).containsOnly("finished");
        for (int i = 0; i < WRITERS; i++) {
            shows(items.get(i), written.get(i).get());
        }
        assertThat(rebuild().getLong("differences")).isZero();
    }

    /** In its transaction a projector writes the history first, and the worklist last. */
    @Test
    void rebuildWaits_whileAProjectorIsBetweenTwoTables() throws Exception {
        String item = SentMessage.to(practice).send();
        ada.awaitItem(item);
        String id;
        try (Connection projector = Database.connect(SuiteDatabase.FILING.runtime())) {
            projector.setAutoCommit(false);
            touch(projector, "item_history", item);
            id = begin();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !Database.rows(
                            "select 1 from pg_locks where not granted and mode =" + " 'ShareRowExclusiveLock'")
                    .isEmpty());
            touch(projector, "worklist_item", item);
            projector.commit();
        }

        assertThat(ended(id).getString("status")).isEqualTo("finished");
    }

    private static void touch(Connection connection, String table, String item) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update " + table + " set practice = practice where item_id = ?")) {
            update.setString(1, item);
            update.executeUpdate();
        }
    }

    /** Its version by then. */
    private long writeUntil(AtomicBoolean done, String item) {
        long version = 0;
        while (!done.get()) {
            AddNote note =
                    new AddNote(item, practice, version, "note", new Actor("ada", "Ada", "practice", practice), NOW);
            // What is sent together writes the tables itself, ahead of the projection; the other is left to the
            // projection.
            if (version % 3 == 0) {
                events.send(note, Map.of());
            } else {
                events.sendTogether(List.of(note)).get(0).get();
            }
            version++;
        }
        return version;
    }

    private static void shows(String item, long version) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(Database.rows(
                            "select version || ' ' || coalesce(assignee, '') from worklist_item" + " where item_id = ?",
                            item))
                    .containsExactly(version + " ");
            assertThat(Database.asRuntime("select count(*) from item_history where item_id = ?", item))
                    .isEqualTo(Long.toString(version + 1));
        });
    }
}
