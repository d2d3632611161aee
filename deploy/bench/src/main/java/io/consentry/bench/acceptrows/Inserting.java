package io.consentry.bench.acceptrows;

import io.consentry.bench.callservice.ClosedLoop;
import io.consentry.bench.callservice.ClosedLoop.Client;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.postgres.SuiteDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The least that keeps a message: its bytes as one row, by one statement, in one durable commit. */
final class Inserting {

    private static final String TABLE = "create table bench_message (id uuid primary key,"
            + " received_at timestamptz not null default now(), body bytea not null)";
    /** The fast compression where the server was built with it, else its usual one. */
    private static final String COMPRESSION =
            "do $$ begin alter table bench_message alter column body set compression lz4;"
                    + " exception when feature_not_supported then null; end $$";

    private final BenchSuite suite;
    private final Duration time;

    Inserting(BenchSuite suite, Duration time) {
        this.suite = suite;
        this.time = time;
    }

    double perSecond(int clients) throws Exception {
        run("drop table if exists bench_message", TABLE, COMPRESSION);
        double perSecond = ClosedLoop.perSecond(clients, time, number -> new Keeping());
        run("drop table bench_message");
        return perSecond;
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = suite.connectAsAdmin(SuiteDatabase.INGEST);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private final class Keeping implements Client {

        private final Connection connection = suite.connectAsAdmin(SuiteDatabase.INGEST);
        private final PreparedStatement insert =
                connection.prepareStatement("insert into bench_message (id, body) values (?, ?)");
        private final NewMessages messages =
                new NewMessages(ThreadLocalRandom.current().nextLong());

        Keeping() throws SQLException, IOException {}

        @Override
        public void ask() throws SQLException {
            insert.setObject(1, UUID.randomUUID());
            insert.setBytes(2, messages.next());
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
