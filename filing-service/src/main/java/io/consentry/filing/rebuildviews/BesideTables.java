package io.consentry.filing.rebuildviews;

import io.consentry.filing.showworklist.WritingAhead;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Temporary tables with the names of the ones people read, which hide them from one transaction alone: the same
 * projectors write here what the events say, and nobody sees it until it takes the old rows' place.
 */
final class BesideTables {

    /** In the order in which the projectors write them: in another, they and a rebuild would wait for each other. */
    private static final List<Beside> TABLES = List.of(
            new Beside("recall_item", "recall_id, item_id"),
            new Beside("item_history", "item_id, version"),
            new Beside("worklist_item", "item_id"));

    private BesideTables() {}

    static void create(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute("set local work_mem = '64MB'");
            for (Beside table : TABLES) {
                statement.execute(table.create());
            }
            // A statement prepared on this connection before would still mean the tables that are hidden now.
            statement.execute("discard plans");
        }
    }

    /** From here to the commit nobody else writes the tables; everybody goes on reading them. */
    static void holdWriters(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(WritingAhead.HOLD_OFF);
            for (Beside table : TABLES) {
                statement.execute("lock table public." + table.name() + " in share row exclusive mode");
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
            for (Beside table : TABLES) {
                statement.execute("analyze pg_temp." + table.name());
                int wrong = statement.executeUpdate(table.deleteWrong());
                int written = statement.executeUpdate(table.insertMissing());
                differing += Math.max(wrong, written);
            }
            // The names mean the old tables again as soon as this transaction ends.
            statement.execute("discard plans");
        }
        return differing;
    }

    /** A table and the columns of its key. Beside it there is no other index: nobody looks for anything there. */
    private record Beside(String name, String key) {

        String create() {
            return "create temporary table " + name + " (like public." + name + " including defaults, primary key ("
                    + key + ")) on commit drop";
        }

        /** Rows are equal where every byte is. */
        String deleteWrong() {
            return "delete from public." + name + " old where not exists (select 1 from pg_temp." + name + " new where "
                    + sameKey() + " and new *= old)";
        }

        String insertMissing() {
            return "insert into public." + name + " select new.* from pg_temp." + name
                    + " new where not exists (select 1 from public." + name + " old where " + sameKey() + ")";
        }

        private String sameKey() {
            return Arrays.stream(key.split(", "))
                    .map(column -> "new." + column + " = old." + column)
                    .collect(Collectors.joining(" and "));
        }
    }
}
