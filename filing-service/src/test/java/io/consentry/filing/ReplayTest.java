package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.eventstore.EventSourcing;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class ReplayTest {

    @Inject
    EventSourcing events;

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    @Test
    void tables_areTheSameAgain_whenDroppedAndReplayed() throws SQLException {
        String filed = SentMessage.to(practice).flagged().send();
        String rejected = SentMessage.to(practice).asUrgent().send();
        String older = SentMessage.to(practice).send();
        List.of(filed, rejected, older).forEach(ada::awaitItem);
        ada.awaitItem(SentMessage.to(practice).replacing(older).send());
        ada.file(filed, "\"0\"", """
                {"exclude": ["entry-medicine"], "acknowledge": ["temperature-high:entry-temperature"], "note": "n"}""").then().statusCode(200);
        ada.reject(rejected, "\"0\"", "{\"reason\": \"incomplete\"}").then().statusCode(200);
        List<String> before = everything();

        replay();

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(everything())
                .isEqualTo(before));
        assertThat(before).hasSizeGreaterThan(8);
    }

    private void replay() {
        PooledStreamingEventProcessor views = events.configuration()
                .eventProcessingConfiguration()
                .eventProcessor("views", PooledStreamingEventProcessor.class)
                .orElseThrow();
        views.shutDown();
        views.resetTokens();
        views.start();
    }

    private static List<String> everything() throws SQLException {
        return Database.rows("""
                select t::text from worklist_item t
                union all select t::text from item_history t
                order by 1""");
    }
}
