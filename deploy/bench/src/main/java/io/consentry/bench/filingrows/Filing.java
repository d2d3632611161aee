package io.consentry.bench.filingrows;

import io.consentry.bench.callservice.ClosedLoop;
import io.consentry.bench.callservice.ClosedLoop.Client;
import io.consentry.bench.callservice.HttpConnection;
import io.consentry.bench.callservice.OpenModel;
import io.consentry.bench.seedfiling.FilingSeed;
import io.consentry.bench.seedingest.MessageSeed;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.local.place.ServiceName;
import io.consentry.postgres.SuiteDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Reviewers of several practices who each file one item after the other; against three rows in one durable commit. */
final class Filing {

    private static final int PRACTICES = 8;
    /** Practices of the log of consent events that the measured worklist does not belong to. */
    private static final int FIRST_PRACTICE = 500;

    /** At the first run, when nothing is known yet. */
    private static final double EXPECTED_A_SECOND = 500;

    /** As many runs as a run must find items for: it may be faster than all before it. */
    private static final int IN_STOCK = 2;

    /** As many runs as items are made for: making them writes far more than filing, and is felt for a while. */
    private static final int MADE_AT_ONCE = 6;

    private static final String THREE_ROWS = "insert into bench_three_rows (id, payload) values (?, ?), (?, ?), (?, ?)";
    private static final String HEADERS = "Content-Type: application/json\r\nIf-Match: \"0\"\r\n";
    private static final byte[] PAYLOAD = new byte[400];

    private final BenchSuite suite;
    private final FilingSeed seed;
    private final MessageSeed messages;
    private final Duration time;
    private final List<String> practices;
    private final List<String> tokens;
    /** By practice, those that nobody has filed yet. */
    private final List<Queue<String>> stock;

    private double fastest = EXPECTED_A_SECOND;

    Filing(BenchSuite suite, FilingSeed seed, Duration time) throws SQLException {
        this.suite = suite;
        this.seed = seed;
        this.messages = new MessageSeed(suite);
        this.time = time;
        this.practices = IntStream.range(FIRST_PRACTICE, FIRST_PRACTICE + PRACTICES)
                .mapToObj(FilingSeed::practice)
                .toList();
        this.tokens =
                practices.stream().map(ods -> suite.token("practice", ods)).toList();
        this.stock = practices.stream()
                .<Queue<String>>map(ods -> new ConcurrentLinkedQueue<>())
                .toList();
        try (Connection connection = suite.connectAsAdmin(SuiteDatabase.FILING);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists bench_three_rows (id text primary key, payload bytea not null)");
            statement.execute("grant insert on bench_three_rows to " + SuiteDatabase.FILING.runtime());
            // What the limit leaves would else be looked after while ours is measured.
            statement.execute("alter table bench_three_rows set (autovacuum_enabled = off)");
        }
    }

    /** Makes the first run's items. They take long in a large store, and how long a run takes decides how many there are. */
    Filing prepared() throws Exception {
        stockUpFor(fastest);
        return this;
    }

    /**
     * Items filed a second. Each run finds enough of them, which are made before it begins.
     *
     * @param wantingItems whether whoever files wants all of the item as the answer, or hears only that it is done
     */
    double perSecond(int clients, boolean wantingItems) throws Exception {
        stockUpFor(fastest);
        double perSecond = ClosedLoop.perSecond(clients, time, number -> new Reviewer(number, wantingItems));
        fastest = Math.max(fastest, perSecond);
        return perSecond;
    }

    double p99(int perSecond, int connections) throws Exception {
        stockUpFor(perSecond);
        return OpenModel.p99Millis(perSecond, time, connections, number -> new Reviewer(number, true));
    }

    double threeRows(int clients) throws Exception {
        return ClosedLoop.perSecond(clients, time, number -> new Inserting());
    }

    /**
     * Makes what is missing. What one run leaves the next one files, and new items are looked after at once: each has its
     * message, its content and its log, and what PostgreSQL does about those later would fall into what is measured.
     */
    private void stockUpFor(double perSecond) throws Exception {
        int there = stock.stream().mapToInt(Queue::size).min().orElse(0);
        if (there >= forRuns(IN_STOCK, perSecond)) {
            return;
        }
        List<List<String>> ids = seed.stock(practices, forRuns(MADE_AT_ONCE, perSecond) - there);
        for (int practice = 0; practice < ids.size(); practice++) {
            messages.pending(practices.get(practice), ids.get(practice));
            stock.get(practice).addAll(ids.get(practice));
        }
        messages.lookAfterPending();
    }

    /** Of each practice. */
    private int forRuns(int runs, double perSecond) {
        return (int) (runs * perSecond * time.toSeconds()) / PRACTICES;
    }

    private final class Reviewer implements Client {

        private final HttpConnection connection = new HttpConnection(suite.port(ServiceName.GATEWAY));
        private final int practice;
        private final Queue<String> items;
        private final boolean wantsItem;

        Reviewer(int number, boolean wantsItem) throws IOException {
            this.wantsItem = wantsItem;
            this.practice = number % PRACTICES;
            this.items = stock.get(practice);
        }

        @Override
        public void ask() throws IOException {
            String item = items.poll();
            if (item == null) {
                throw new IOException("Everything is filed");
            }
            String path = "/practices/" + practices.get(practice) + "/items/" + item + "/file";
            byte[] request = HttpConnection.request(
                    "POST",
                    path,
                    tokens.get(practice),
                    HEADERS + (wantsItem ? "" : "Prefer: return=minimal\r\n"),
                    "{}");
            String answer =
                    new String(connection.send(request, wantsItem ? 200 : 204).readAllBytes(), StandardCharsets.UTF_8);
            if (wantsItem && !(answer.contains("\"status\":\"filed\"") && answer.contains(item))) {
                throw new IOException("Not filed: " + answer);
            }
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    private final class Inserting implements Client {

        private final Connection connection;
        private final PreparedStatement insert;

        Inserting() throws SQLException {
            connection = suite.connect(SuiteDatabase.FILING, SuiteDatabase.FILING.runtime());
            insert = connection.prepareStatement(THREE_ROWS);
        }

        @Override
        public void ask() throws SQLException {
            for (int row = 0; row < 3; row++) {
                insert.setString(2 * row + 1, UUID.randomUUID().toString());
                insert.setBytes(2 * row + 2, PAYLOAD);
            }
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
