package io.consentry.testing;

import io.consentry.postgres.SuiteDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database that has sent away whoever was connected, and lets nobody in while this is open. */
public final class ClosedDatabase implements AutoCloseable {

    private final Connection admin;
    private final String name;

    private ClosedDatabase(Connection admin, String name) {
        this.admin = admin;
        this.name = name;
    }

    /** From now on. */
    public static ClosedDatabase of(SuiteDatabase database) throws SQLException {
        ClosedDatabase closed =
                new ClosedDatabase(PostgresAndKeys.postgres().connectAsAdmin(), database.databaseName());
        closed.change("alter database " + closed.name + " allow_connections false");
        closed.change("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + closed.name + "'");
        return closed;
    }

    @Override
    public void close() throws SQLException {
        try (admin) {
            change("alter database " + name + " allow_connections true");
        }
    }

    private void change(String statement) throws SQLException {
        try (Statement change = admin.createStatement()) {
            change.execute(statement);
        }
    }
}
