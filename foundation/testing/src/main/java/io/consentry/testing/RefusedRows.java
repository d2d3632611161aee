package io.consentry.testing;

import io.consentry.postgres.SuiteDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A table that takes no rows while this is open, as where the disk is full, or for whatever reason a test names. */
public final class RefusedRows implements AutoCloseable {

    private final Connection owner;
    private final String table;

    private RefusedRows(Connection owner, String table) {
        this.owner = owner;
        this.table = table;
    }

    /**
     * From now on.
     *
     * @param state SQLSTATE that whoever adds a row gets: 53100 is a full disk
     */
    public static RefusedRows of(SuiteDatabase database, String table, String state) throws SQLException {
        RefusedRows refused = new RefusedRows(
                PostgresAndKeys.postgres().connect(database, database.owner(), PostgresAndKeys.PASSWORD), table);
        refused.change("create or replace function refuse_rows() returns trigger language plpgsql as $$ begin"
                + " raise exception 'refused' using errcode = '" + state + "'; end $$");
        refused.change("create trigger refuse_rows before insert on " + table
                + " for each row execute function refuse_rows()");
        return refused;
    }

    @Override
    public void close() throws SQLException {
        try (owner) {
            change("drop trigger refuse_rows on " + table);
        }
    }

    private void change(String statement) throws SQLException {
        try (Statement change = owner.createStatement()) {
            change.execute(statement);
        }
    }
}
