package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.eventstore.EventSourcing;
import io.consentry.filing.item.Actor;
import io.consentry.filing.item.FileItem;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Test;

/** What a kill leaves behind at the two moments at which it matters, and what the next start makes of it. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class KilledBetweenTest {

    @Inject
    EventSourcing events;

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    private PooledStreamingEventProcessor views() {
        return events.configuration()
                .eventProcessingConfiguration()
                .eventProcessor("views", PooledStreamingEventProcessor.class)
                .orElseThrow();
    }

    @Test
    void worklist_isRight_whenTheServiceDiedBetweenTheCommandAndItsRow() throws SQLException {
        String item = SentMessage.to(practice).send();
        ada.awaitItem(item);
        views().shutDown();
        try {
            events.send(
                    new FileItem(
                            item,
                            practice,
                            0,
                            true,
                            List.of(),
                            List.of(),
                            true,
                            null,
                            null,
                            new Actor("ada", "Ada", "practice", practice),
                            Instant.parse("2026-03-02T10:00:00Z"),
                            Duration.ofMinutes(2)),
                    Map.of());
            assertThat(status(item)).isEqualTo("pending");
        } finally {
            views().start();
        }

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(status(item))
                .isEqualTo("filed"));
    }

    @Test
    void worklist_isRight_whenRowsWereWrittenAndTheirPositionWasNot() throws SQLException {
        String filed = SentMessage.to(practice).send();
        String undone = SentMessage.to(practice).send();
        List.of(filed, undone).forEach(ada::awaitItem);
        ada.file(filed, "\"0\"", "{}").then().statusCode(200);
        ada.reject(undone, "\"0\"", "{\"reason\": \"other\"}").then().statusCode(200);
        ada.act(undone, "undo", "\"1\"", "").then().statusCode(200);
        List<String> before = rows();
        views().shutDown();
        Database.change("delete from processor_token where processor = 'views'");
        views().start();

        String later = SentMessage.to(practice).send();
        ada.awaitItem(later);

        assertThat(rows()).containsAll(before).hasSize(before.size() + 2);
    }

    private static String status(String item) throws SQLException {
        return Database.asRuntime("select status from worklist_item where item_id = ?", item);
    }

    private List<String> rows() throws SQLException {
        return Database.rows("""
                select to_jsonb(w)::text from worklist_item w where practice = ?
                union all select to_jsonb(h)::text from item_history h where practice = ?""", practice, practice);
    }
}
