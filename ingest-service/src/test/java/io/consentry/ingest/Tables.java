package io.consentry.ingest;

import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.PostgresAndKeys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A look underneath the service. */
public final class Tables {

    private Tables() {}

    public static Connection asRuntime() throws SQLException {
        return as(SuiteDatabase.INGEST.runtime());
    }

    public static Connection asTenant() throws SQLException {
        return as(SuiteDatabase.INGEST.tenant());
    }

    public static Connection as(String role) throws SQLException {
        return PostgresAndKeys.postgres().connect(SuiteDatabase.INGEST, role, PostgresAndKeys.PASSWORD);
    }

    /** The one number that the query answers. */
    public static long count(String query, Object... values) throws SQLException {
        try (Connection connection = asRuntime()) {
            return count(connection, query, values);
        }
    }

    public static long count(Connection connection, String query, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
