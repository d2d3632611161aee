package io.consentry.filing.rebuildviews;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Temporary tables with the names of the ones people read, which hide them from one transaction alone: the same
 * projectors write here what the events say, and nobody sees it until it takes the old rows' place.
 */
final class BesideTables {

    private static final List<String> NAMES = List.of("worklist_item", "item_history", "recall_item");

    private BesideTables() {}

    static void create(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            for (String name : NAMES) {
                statement.execute("create temporary table " + name + " (like public." + name
                        + " including defaults including indexes) on commit drop");
            }
            // A statement prepared on this connection before would still mean the tables that are hidden now.
            statement.execute("discard plans");
        }
    }

    /** From here to the commit nobody else writes the tables; everybody goes on reading them. */
    static void holdWriters(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            for (String name : NAMES) {
                statement.execute("lock table public." + name + " in share row exclusive mode");
            }
        }
    }

    /**
     * Makes the tables what was built beside them, touching only the rows that differ.
     *
     * @return how many rows differed
     */
    static long takeOver(Connection transaction) throws SQLException {
        long differing = 0;
        try (Statement statement = transaction.createStatement()) {
            for (String name : NAMES) {
                int wrong = statement.executeUpdate(
                        "delete from public." + name + " old where not exists (select 1 from" + " pg_temp." + name
                                + " new where new.item_id = old.item_id and to_jsonb(new) = to_jsonb(old))");
                int written = statement.executeUpdate(
                        "insert into public." + name + " select * from pg_temp." + name + " on conflict do nothing");
                differing += Math.max(wrong, written);
            }
            // The names mean the old tables again as soon as this transaction ends.
            statement.execute("discard plans");
        }
        return differing;
    }
}
