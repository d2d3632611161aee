package io.consentry.ingest.keepmessage;

import static io.consentry.ingest.Sending.story;
import static io.consentry.ingest.Sending.xml;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.consentry.ingest.Samples;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a message says can be erased alone: everything that holds nothing of the patient stays. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class ErasureTest {

    private static final String PRACTICE = "ERAS01";

    @Test
    void erasingOnePayload_leavesEventsAndCounts_andTheAnswerToTheSameMessage() throws SQLException {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);
        String id = xml(PRACTICE, message).statusCode(202).extract().path("id");
        String other = xml(PRACTICE, Samples.unique(Samples.PHARMACY_FIRST))
                .statusCode(202)
                .extract()
                .path("id");

        try (Connection connection = Tables.asRuntime();
                PreparedStatement erase =
                        connection.prepareStatement("delete from message_content where message_id = ?")) {
            erase.setObject(1, UUID.fromString(id));
            assertThat(erase.executeUpdate()).isEqualTo(1);
        }

        for (String table : new String[] {"message where practice", "timeline_entry where practice"}) {
            assertThat(Tables.count("select count(*) from " + table + " = ?", PRACTICE))
                    .isEqualTo(2);
        }
        assertThat(Tables.count("select count(*) from feed_event where subject in (?, ?)", id, other))
                .isEqualTo(2);
        story("pharmacy", Samples.PHARMACY, id).statusCode(200).body("timeline.status", contains("pending"));
        xml(PRACTICE, message).statusCode(200).body("id", equalTo(id));
        given().auth()
                .oauth2(TestTokens.ofService("filing-service"))
                .contentType("application/json")
                .body("{\"ids\": [\"" + id + "\", \"" + other + "\"]}")
                .post("/internal/consultations")
                .then()
                .body("consultations", hasSize(1))
                .body("consultations[0].id", equalTo(other));
        given().auth()
                .oauth2(TestTokens.ofService("filing-service"))
                .get("/internal/originals/{id}", id)
                .then()
                .statusCode(404);
    }
}
