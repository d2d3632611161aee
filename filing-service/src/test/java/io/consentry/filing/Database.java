package io.consentry.filing;

import io.consentry.filing.showworklist.WritingAhead;
import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.PostgresAndKeys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A look underneath the service. */
final class Database {

    private Database() {}

    static Connection connect(String role) throws SQLException {
        return PostgresAndKeys.postgres().connect(SuiteDatabase.FILING, role, PostgresAndKeys.PASSWORD);
    }

    /** The first column of the first row, as the role that background work has. */
    static String asRuntime(String query, Object... parameters) throws SQLException {
        List<String> rows = rows(query, parameters);
        return rows.isEmpty() ? "nothing" : rows.get(0);
    }

    /** The first column of each row, as the role that background work has. */
    static List<String> rows(String query, Object... parameters) throws SQLException {
        try (Connection connection = connect(SuiteDatabase.FILING.runtime());
                PreparedStatement ask = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                ask.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = ask.executeQuery()) {
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(row.getString(1));
                }
                return rows;
            }
        }
    }

    /** The projection stands still as long as this transaction goes on. */
    static Connection projectionStandsStill() throws SQLException {
        return transactionOf("select 1 from processor_token where processor = 'views' for update");
    }

    /** Nothing is shown in the transaction that records it, as long as this one goes on. */
    static Connection nobodyWritesAhead() throws SQLException {
        return transactionOf(WritingAhead.HOLD_OFF);
    }

    private static Connection transactionOf(String statement) throws SQLException {
        Connection connection = connect(SuiteDatabase.FILING.runtime());
        connection.setAutoCommit(false);
        try (Statement begin = connection.createStatement()) {
            begin.execute(statement);
        }
        return connection;
    }

    /** Changes rows behind the service's back, as the role that background work has. */
    static int change(String statement, Object... parameters) throws SQLException {
        return changeAs(SuiteDatabase.FILING.runtime(), statement, parameters);
    }

    /** Seals the content of an item under keys that do not exist, or again under those that do. */
    static void turnKeys(String item) throws SQLException {
        change(
                "with gone as (delete from item_content where item_id = ? returning *)"
                        + " insert into item_content (item_id, part, practice, key_id, sealed)"
                        + " select item_id, part, practice, -key_id, sealed from gone",
                item);
    }

    /** Changes even what nobody may change, as the role that migrates. */
    static int asOwner(String statement, Object... parameters) throws SQLException {
        return changeAs(SuiteDatabase.FILING.owner(), statement, parameters);
    }

    private static int changeAs(String role, String statement, Object... parameters) throws SQLException {
        try (Connection connection = connect(role);
                PreparedStatement change = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                change.setObject(i + 1, parameters[i]);
            }
            return change.executeUpdate();
        }
    }
}
