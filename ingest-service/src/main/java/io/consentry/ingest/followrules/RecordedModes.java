package io.consentry.ingest.followrules;

import io.consentry.ingest.checkmessage.RuleMode;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The modes as they were last heard of, so that a service that starts while nobody can be asked knows them. Blocks. */
@Singleton
class RecordedModes {

    private static final String KEEP =
            "insert into recorded_mode (rule, mode) values (?, ?) on conflict (rule) do update set mode = excluded.mode";

    private final javax.sql.DataSource database;

    RecordedModes(@DataSource("runtime") javax.sql.DataSource database) {
        this.database = database;
    }

    Map<String, RuleMode> read() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select rule, mode from recorded_mode");
                ResultSet row = query.executeQuery()) {
            Map<String, RuleMode> modes = new HashMap<>();
            while (row.next()) {
                modes.put(
                        row.getString("rule"),
                        RuleMode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)));
            }
            return modes;
        }
    }

    void keep(Map<String, RuleMode> modes) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            for (Map.Entry<String, RuleMode> mode : modes.entrySet()) {
                keep.setString(1, mode.getKey());
                keep.setString(2, mode.getValue().name().toLowerCase(Locale.ROOT));
                keep.addBatch();
            }
            keep.executeBatch();
        }
    }
}
