package io.consentry.bench.consentrows;

import io.consentry.bench.callservice.ClosedLoop;
import io.consentry.bench.callservice.ClosedLoop.Client;
import io.consentry.bench.callservice.OpenModel;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.local.place.ServiceName;
import io.consentry.postgres.SuiteDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** May this message pass? As the ingest service asks it; against one row read by its key. */
final class Deciding {

    private static final String SERVICE = "contraception";
    private static final String KEYED = "select decision, position from switch_decision"
            + " where practice = ? and service = ? order by effective_from desc, position desc limit 1";

    private final BenchSuite suite;
    private final int practices;
    private final Duration time;

    Deciding(BenchSuite suite, int practices, Duration time) {
        this.suite = suite;
        this.practices = practices;
        this.time = time;
    }

    double byService(int clients) throws Exception {
        try (AskingTogether together = together()) {
            return ClosedLoop.perSecond(clients, time, number -> new Asking(together, number));
        }
    }

    double p99(int perSecond, int clients) throws Exception {
        try (AskingTogether together = together()) {
            return OpenModel.p99Millis(perSecond, time, clients, number -> new Asking(together, number));
        }
    }

    private AskingTogether together() throws IOException {
        return new AskingTogether(suite.port(ServiceName.CONSENT), suite.ingestService());
    }

    double byKeyedRead(int clients) throws Exception {
        return ClosedLoop.perSecond(clients, time, Reading::new);
    }

    private String practice(Random random) {
        return String.format(Locale.ROOT, "S%05d", random.nextInt(practices));
    }

    private final class Asking implements Client {

        private final AskingTogether together;
        private final Random random;

        Asking(AskingTogether together, int number) {
            this.together = together;
            this.random = new Random(number);
        }

        @Override
        public void ask() throws InterruptedException, ExecutionException, TimeoutException {
            together.ask(practice(random));
        }

        @Override
        public void close() {}
    }

    private final class Reading implements Client {

        private final Connection connection;
        private final PreparedStatement query;
        private final Random random;

        Reading(int number) throws SQLException {
            connection = suite.connect(SuiteDatabase.CONSENT, SuiteDatabase.CONSENT.runtime());
            query = connection.prepareStatement(KEYED);
            random = new Random(number);
        }

        @Override
        public void ask() throws SQLException {
            query.setString(1, practice(random));
            query.setString(2, SERVICE);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next() || row.getString(1).isEmpty()) {
                    throw new SQLException("No row");
                }
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
