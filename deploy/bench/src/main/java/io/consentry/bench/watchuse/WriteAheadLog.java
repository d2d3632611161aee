package io.consentry.bench.watchuse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How much the server has written to its log: what a commit has to wait for. */
public final class WriteAheadLog {

    private WriteAheadLog() {}

    /** Bytes since the server was made. */
    public static long bytes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn")) {
            row.next();
            return row.getLong(1);
        }
    }
}
