package io.consentry.consent.decide;

import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.connect;
import static io.consentry.consent.Calls.deciding;
import static io.consentry.consent.Calls.newPractice;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A long stream is read from its snapshot on: shown by making everything before it unreadable. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class SnapshotsTest {

    private static void asOwner(String sql) throws SQLException {
        try (var owner = connect("consent_owner");
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int move(String practice, int turn) {
        return deciding(practice, turn % 2 == 0 ? "opted-in" : "opted-out")
                .put("/practices/" + practice + "/consent")
                .statusCode();
    }

    @Test
    void longStream_isReadFromItsSnapshot_andFromTheStartWithoutOne() throws SQLException {
        String practice = newPractice();
        String stream = "'consent/" + practice + "'";
        for (int turn = 0; turn < 60; turn++) {
            assertThat(move(practice, turn)).isEqualTo(200);
        }
        String taken = ask("select max(stream_sequence) from stream_snapshot where stream_id = " + stream);
        assertThat(Integer.parseInt(taken)).isGreaterThanOrEqualTo(45);
        String early = " where stream_id = " + stream + " and stream_sequence < " + taken;
        asOwner("update consent_event set payload = '\\x78'::bytea || payload" + early);
        try {
            assertThat(move(practice, 60)).isEqualTo(200);
            assertThat(ask("select decision from switch_decision where practice = '" + practice
                            + "' order by position desc"))
                    .isEqualTo("opted-in");

            asOwner("delete from stream_snapshot where stream_id = " + stream);
            assertThat(move(practice, 61)).isEqualTo(500);
        } finally {
            asOwner("update consent_event set payload = substring(payload from 2)" + early);
        }
        assertThat(move(practice, 61)).isEqualTo(200);
    }

    @Test
    void snapshotOfAnotherShape_isNotRead() throws SQLException {
        String practice = newPractice();
        for (int turn = 0; turn < 60; turn++) {
            move(practice, turn);
        }
        asOwner("update stream_snapshot set revision = 'older', payload = '\\x78' where stream_id = 'consent/"
                + practice + "'");
        assertThat(move(practice, 60)).isEqualTo(200);
    }
}
