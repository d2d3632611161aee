package io.consentry.ingest.recordoutcome;

import static io.consentry.ingest.Sending.story;
import static io.consentry.ingest.Sending.xml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.consentry.events.ItemFiled;
import io.consentry.events.ItemRejected;
import io.consentry.ingest.Samples;
import io.consentry.ingest.Sending;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reviewer writes beside a rejection reaches the sender, and lies nowhere in the clear. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class NotesToSendersTest {

    private static final String PRACTICE = "NOTE01";
    private static final Instant AT = Instant.parse("2026-03-01T09:30:00.123456Z");
    private static final String WORDS = "The xylophone player at number nine, not her sister";

    @BeforeEach
    void thePracticeIsIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
        Neighbours.FILING.keepNotesBack(false);
    }

    @Test
    void senderAndPractice_readTheNoteBesideTheRejection_andNobodyElse() throws SQLException {
        String id = accepted();
        Neighbours.FILING.tell(new ItemRejected(id, PRACTICE, AT, "other", false, Neighbours.FILING.write(WORDS)));
        awaitRejected(id);

        for (String[] entitled : new String[][] {{"pharmacy", Samples.PHARMACY}, {"practice", PRACTICE}}) {
            story(entitled[0], entitled[1], id)
                    .statusCode(200)
                    .body("timeline", hasSize(2))
                    .body("timeline[0].note", nullValue())
                    .body("timeline[1].reason", equalTo("other"))
                    .body("timeline[1].note", equalTo(WORDS));
        }
        story("pharmacy", "FXX99", id).statusCode(404).body(not(containsString("xylophone")));
        assertThat(Tables.count(
                        "select count(*) from sender_note where message_id = ?::uuid and position(?::bytea in note) = 0",
                        id,
                        "xylophone".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(1);
    }

    @Test
    void noteOfOneMessage_doesNotOpenAtAnother() throws SQLException {
        String one = accepted();
        String other = accepted();
        Neighbours.FILING.tell(new ItemRejected(one, PRACTICE, AT, "other", false, Neighbours.FILING.write(WORDS)));
        Neighbours.FILING.tell(new ItemRejected(other, PRACTICE, AT, "other", false, null));
        awaitRejected(other);
        try (var connection = Tables.asRuntime();
                var move = connection.prepareStatement(
                        "insert into sender_note (message_id, sender, practice, note,"
                                + " note_key) select ?, sender, practice, note, note_key from sender_note where message_id = ?")) {
            move.setObject(1, UUID.fromString(other));
            move.setObject(2, UUID.fromString(one));
            assertThat(move.executeUpdate()).isEqualTo(1);
        }

        story("pharmacy", Samples.PHARMACY, other).statusCode(500).body(not(containsString("xylophone")));
        story("pharmacy", Samples.PHARMACY, one).statusCode(200).body("timeline[1].note", equalTo(WORDS));
    }

    @Test
    void rejection_waitsForItsNote_andIsToldOnce_whenTheNoteCannotBeReadYet() throws Exception {
        String id = accepted();
        String after = accepted();
        Neighbours.FILING.keepNotesBack(true);
        Neighbours.FILING.tell(new ItemRejected(id, PRACTICE, AT, "other", false, Neighbours.FILING.write(WORDS)));
        Neighbours.FILING.tell(new ItemFiled(after, PRACTICE, AT, false));
        Thread.sleep(1500);
        assertThat(Sending.status(id)).isEqualTo("pending");

        Neighbours.FILING.keepNotesBack(false);
        awaitRejected(id);

        story("pharmacy", Samples.PHARMACY, id).body("timeline", hasSize(2)).body("timeline[1].note", equalTo(WORDS));
        await().atMost(Duration.ofSeconds(30)).until(() -> Sending.status(after).equals("filed"));
    }

    @Test
    void rejection_isTold_withoutANoteThatWasErased() {
        String id = accepted();
        Neighbours.FILING.tell(new ItemRejected(
                id, PRACTICE, AT, "other", false, UUID.randomUUID().toString()));
        awaitRejected(id);

        story("pharmacy", Samples.PHARMACY, id)
                .statusCode(200)
                .body("timeline[1].reason", equalTo("other"))
                .body("timeline[1].note", nullValue());
    }

    private static void awaitRejected(String id) {
        await().atMost(Duration.ofSeconds(30)).until(() -> Sending.status(id).equals("rejected"));
    }

    private static String accepted() {
        return xml(PRACTICE, Samples.unique(Samples.PHARMACY_FIRST))
                .statusCode(202)
                .extract()
                .path("id");
    }
}
