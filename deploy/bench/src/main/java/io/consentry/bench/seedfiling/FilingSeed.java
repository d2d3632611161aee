package io.consentry.bench.seedfiling;

import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.encryption.KeyedHash;
import io.consentry.encryption.Vault;
import io.consentry.postgres.SuiteDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Puts items into the filing service's store: events, sealed content and what finds it, each as the service writes it. The
 * tables people read are then made by the service itself, which follows its events.
 */
public final class FilingSeed {

    /** So many items of one practice: the worklist that is measured. */
    public static final int ITEMS_A_PRACTICE = 5_000;

    /** A code that stands in one of a hundred items. */
    public static final String RARE_CODE = SeededConsultation.RARE_CODE;

    private static final String WORKLIST = "benchmark";
    private static final String STOCK = "benchmark-stock";
    private static final int TOGETHER = 2_000;
    private static final int WRITTEN_AHEAD = 3;
    /** Most of what was ever received is filed; all of the measured practice's is pending. */
    private static final int PENDING_EVERY = 10;

    private static final Duration OF_ALL = Duration.ofDays(20);
    private static final String KEPT_FRESH =
            "vacuum analyze stored_event, worklist_item, item_history, item_content, item_search, item_code,"
                    + " item_system";

    /** Of what filing does not change: PostgreSQL would do it by itself soon, while filing is measured. */
    private static final String STOCK_KEPT_FRESH = "vacuum item_content, item_search, item_code, item_system";

    private final BenchSuite suite;
    private final Vault vault;
    private final KeyedHash hashes;
    private final Clock clock = Clock.systemUTC();

    public FilingSeed(BenchSuite suite) throws IOException {
        this.suite = suite;
        PGSimpleDataSource database = suite.dataSource(SuiteDatabase.FILING, SuiteDatabase.FILING.runtime());
        this.vault = Vault.beside(database, suite.encryptionKeys(), clock);
        this.hashes = KeyedHash.beside(database, suite.encryptionKeys());
    }

    /** The ODS code of a seeded practice; the first one's items are all pending. */
    public static String practice(int number) {
        return String.format(Locale.ROOT, "S%05d", number);
    }

    /** Brings the store to so many items, unless it has them already. Waits until all of them are in worklists. */
    public void reach(int items) throws Exception {
        int there = (int) count(WORKLIST);
        int practices = Math.max(1, items / ITEMS_A_PRACTICE);
        Instant first = clock.instant().minus(OF_ALL);
        write(WORKLIST, there, items, number -> {
            boolean filed = number % practices != 0 && number / practices % PENDING_EVERY != 0;
            Instant received = first.plus(OF_ALL.multipliedBy(number).dividedBy(2L * items));
            return SeededItem.of(number, practice(number % practices), received, filed);
        });
        if (there < items) {
            execute(KEPT_FRESH);
        }
    }

    /**
     * Adds pending items that can be filed, and waits until they are in worklists.
     *
     * @return their ids by practice
     */
    public List<List<String>> stock(List<String> practices, int each) throws Exception {
        List<List<String>> ids = new ArrayList<>();
        practices.forEach(practice -> ids.add(new ArrayList<>()));
        Instant now = clock.instant();
        write(STOCK, 0, practices.size() * each, number -> {
            int which = number % practices.size();
            SeededItem item = SeededItem.of(number, practices.get(which), now, false);
            ids.get(which).add(item.id());
            return item;
        });
        execute(STOCK_KEPT_FRESH);
        return ids;
    }

    private void write(String system, int from, int to, Items items) throws Exception {
        ExecutorService encoders = Executors.newFixedThreadPool(2);
        try (Connection connection = suite.connectAsAdmin(SuiteDatabase.FILING)) {
            connection.setAutoCommit(false);
            List<Future<Map<String, byte[]>>> ahead = new ArrayList<>();
            for (int at = from; at < to; at += TOGETHER) {
                List<SeededItem> batch = new ArrayList<>();
                for (int number = at; number < Math.min(to, at + TOGETHER); number++) {
                    batch.add(items.of(number));
                }
                Instant now = clock.instant();
                ahead.add(encoders.submit(() ->
                        new ItemTables(vault, hashes, system, now).add(batch).rows()));
                if (ahead.size() > WRITTEN_AHEAD) {
                    copy(connection, ahead.remove(0).get());
                }
            }
            for (Future<Map<String, byte[]>> rows : ahead) {
                copy(connection, rows.get());
            }
        } finally {
            encoders.shutdownNow();
        }
        awaitWorklists();
    }

    private static void copy(Connection connection, Map<String, byte[]> tables) throws SQLException, IOException {
        var copying = connection.unwrap(PGConnection.class).getCopyAPI();
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            copying.copyIn(
                    "copy " + table.getKey() + " from stdin (format binary)",
                    new ByteArrayInputStream(table.getValue()));
        }
        connection.commit();
    }

    /** Events are applied in order: when the last one's item is there, all are. */
    private void awaitWorklists() throws SQLException, InterruptedException {
        while (ask("select count(*) from (select stream_id, stream_sequence from stored_event where stream_type ="
                        + " 'Item' order by position desc limit " + TOGETHER + ") e left join worklist_item w on"
                        + " w.item_id = e.stream_id and"
                        + " w.version >= e.stream_sequence where"
                        + " w.item_id is null")
                > 0) {
            Thread.sleep(100);
        }
    }

    private long count(String system) throws SQLException {
        try (Connection connection = suite.connectAsAdmin(SuiteDatabase.FILING);
                PreparedStatement ask =
                        connection.prepareStatement("select count(*) from item_system where system = ?")) {
            ask.setString(1, system);
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private long ask(String question) throws SQLException {
        try (Connection connection = suite.connectAsAdmin(SuiteDatabase.FILING);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = suite.connectAsAdmin(SuiteDatabase.FILING);
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }

    @FunctionalInterface
    private interface Items {
        SeededItem of(int number);
    }
}
