package io.consentry.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The settings without which a commit may be lost. */
public final class DurableSettings {

    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

    private DurableSettings() {}

    /**
     * Asks the running server, not its configuration.
     *
     * @throws IllegalStateException naming the first setting that is not on
     */
    public static void require(Connection connection) throws SQLException {
        for (String setting : SETTINGS) {
            try (Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery("show " + setting)) {
                answer.next();
                if (!"on".equals(answer.getString(1))) {
                    throw new IllegalStateException(setting + " is " + answer.getString(1)
                            + "; a committed message could be lost, so the suite does not start");
                }
            }
        }
    }
}
