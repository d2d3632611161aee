package io.consentry.consent.recordattempt;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.connect;
import static io.consentry.consent.Calls.decision;
import static io.consentry.consent.Calls.newPractice;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.consent.events.Decision;
import io.consentry.consent.events.OverrideAttempted;
import io.consentry.eventstore.EventSourcing;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A log that was begun before attempts said what was tried goes on. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class AttemptsOfRevision1Test {

    private static final Path OLD_FILE = Path.of("src/test/resources/events/old/OverrideAttempted.1.json");

    @Inject
    EventSourcing eventSourcing;

    @Test
    void storedAttempt_isReadAsATryAtASwitch_andItsStreamGoesOn() throws Exception {
        String stream = "attempts/OLD01";
        insertAsItWasStored(stream);

        OverrideAttempted read = (OverrideAttempted)
                eventSourcing.eventStore().readEvents(stream).next().getPayload();
        assertThat(read.act()).isEqualTo("move-switch");
        assertThat(read.practice()).isEqualTo("Z00001");
        assertThat(read.decision()).isEqualTo(Decision.OPTED_IN);
        assertThat(read.attempts()).isEqualTo(3);

        String practice = newPractice();
        as("operator", "OLD01")
                .contentType(ContentType.JSON)
                .body(decision("opted-in"))
                .put("/practices/" + practice + "/consent")
                .then()
                .statusCode(403);

        assertThat(ask("select string_agg(stream_sequence || ' ' || revision, ',' order by position) from consent_event"
                        + " where stream_id = '" + stream + "'"))
                .isEqualTo("0 1,1 2");
    }

    private static void insertAsItWasStored(String stream) throws Exception {
        String insert = "insert into consent_event (event_id, stream_id, stream_sequence, stream_type, event_name,"
                + " revision, payload, metadata, practice, commitment, leaf) values ('old', ?, 0,"
                + " 'OrganisationAttempts', 'OverrideAttempted', '1', ?, '{}', 'Z00001', 'none',"
                + " '{\"position\":null,\"recordedAt\":null}')";
        try (var connection = connect("consent_runtime");
                var statement = connection.prepareStatement(insert)) {
            statement.setString(1, stream);
            statement.setBytes(
                    2, Files.readString(OLD_FILE).replace("X26", "OLD01").getBytes(StandardCharsets.UTF_8));
            statement.execute();
        }
    }
}
