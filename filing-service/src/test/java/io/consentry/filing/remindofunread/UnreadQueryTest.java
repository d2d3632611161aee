package io.consentry.filing.remindofunread;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The past is far longer than the worklist: an item finds its first event by an index, or a look takes hours. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class UnreadQueryTest {

    @Test
    void firstEventOfAnItem_isFoundByItsStream() throws SQLException {
        assertThat(plan()).anyMatch(line -> line.contains("Index Cond:") && line.contains("(stream_id = "));
    }

    private static List<String> plan() throws SQLException {
        SuiteDatabase filing = SuiteDatabase.FILING;
        try (Connection connection =
                        PostgresAndKeys.postgres().connect(filing, filing.runtime(), PostgresAndKeys.PASSWORD);
                Statement settings = connection.createStatement()) {
            // The tables of a test are too small for indexes to be worth it.
            settings.execute("set enable_seqscan = off");
            try (PreparedStatement explain = connection.prepareStatement("explain " + RemindOfUnread.NOTE)) {
                for (int time = 1; time <= 3; time++) {
                    explain.setObject(time, Instant.EPOCH.atOffset(ZoneOffset.UTC));
                }
                explain.setInt(4, 1);
                try (ResultSet row = explain.executeQuery()) {
                    List<String> lines = new ArrayList<>();
                    while (row.next()) {
                        lines.add(row.getString(1));
                    }
                    return lines;
                }
            }
        }
    }
}
