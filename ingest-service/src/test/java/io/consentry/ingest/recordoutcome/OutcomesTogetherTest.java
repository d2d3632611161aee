package io.consentry.ingest.recordoutcome;

import static io.consentry.ingest.Sending.story;
import static io.consentry.ingest.Sending.xml;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.consentry.events.FilingRetracted;
import io.consentry.events.ItemFiled;
import io.consentry.events.ItemRejected;
import io.consentry.events.ItemUnread;
import io.consentry.events.ItemWithdrawn;
import io.consentry.events.PublishedEvent;
import io.consentry.feed.NumberedEvent;
import io.consentry.feed.follow.Transactions;
import io.consentry.ingest.Samples;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outcomes that come in one batch are written together, and each message hears its own, in order. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class OutcomesTogetherTest {

    private static final String PRACTICE = "TOGE01";
    private static final String STRANGER = "0195e2a4-0000-7000-8000-000000000009";

    @Inject
    @DataSource("runtime")
    AgroalDataSource database;

    @Inject
    KeepNote notes;

    @BeforeEach
    void thePracticeIsIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
    }

    @Test
    void oneMessage_goesThroughAllOfItsSteps() throws Exception {
        String one = accepted();
        String other = accepted();
        String third = accepted();

        apply(
                new ItemFiled(one, PRACTICE, at(1), false),
                new ItemRejected(other, PRACTICE, at(2), "wrong-patient", true, null),
                new FilingRetracted(one, PRACTICE, at(3), "entered-in-error"),
                new ItemUnread(one, PRACTICE, at(4)),
                new ItemFiled(third, PRACTICE, at(5), true),
                new ItemFiled(one, PRACTICE, at(6), true),
                new ItemFiled(one, PRACTICE, at(7), true));

        story("pharmacy", Samples.PHARMACY, one)
                .body("status", equalTo("filed-with-changes"))
                .body("timeline.status", contains("pending", "filed", "pending", "unread", "filed-with-changes"))
                .body("timeline[1].at", equalTo(at(1).toString()))
                .body("timeline[2].reason", equalTo("entered-in-error"))
                .body("timeline[4].at", equalTo(at(6).toString()));
        story("pharmacy", Samples.PHARMACY, other)
                .body("timeline.status", contains("pending", "rejected"))
                .body("timeline[1].reason", equalTo("wrong-patient"))
                .body("timeline[1].by", equalTo(PRACTICE));
        story("pharmacy", Samples.PHARMACY, third).body("timeline.status", contains("pending", "filed-with-changes"));
    }

    @Test
    void oneThatNeverCame_orOfAnotherPractice_fails_andNothingIsWritten() throws Exception {
        String one = accepted();

        for (ItemFiled wrong :
                List.of(new ItemFiled(STRANGER, PRACTICE, at(1), false), new ItemFiled(one, "TOGE02", at(1), false))) {
            assertThatThrownBy(() -> apply(new ItemWithdrawn(one, PRACTICE, at(1)), wrong))
                    .isInstanceOf(IllegalStateException.class);
        }

        story("pharmacy", Samples.PHARMACY, one).body("timeline.status", contains("pending"));
    }

    private void apply(PublishedEvent... events) throws Exception {
        List<NumberedEvent> numbered = new ArrayList<>();
        for (PublishedEvent event : events) {
            numbered.add(new NumberedEvent(numbered.size() + 1L, UUID.randomUUID(), event));
        }
        Transactions.on(database).run(transaction -> {
            new RecordOutcomes(notes).apply(transaction, numbered);
            return true;
        });
    }

    private static Instant at(int second) {
        return Instant.parse("2026-03-01T09:30:00.123456Z").plusSeconds(second);
    }

    private static String accepted() {
        return xml(PRACTICE, Samples.unique(Samples.PHARMACY_FIRST))
                .statusCode(202)
                .extract()
                .path("id");
    }
}
