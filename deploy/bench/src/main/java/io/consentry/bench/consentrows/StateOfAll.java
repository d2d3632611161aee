package io.consentry.bench.consentrows;

import io.consentry.bench.callservice.HttpConnection;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.local.place.ServiceName;
import io.consentry.postgres.SuiteDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;

/** Where every practice stood at a time in the middle of the log. */
final class StateOfAll {

    private final BenchSuite suite;
    private final long events;
    private final int practices;

    StateOfAll(BenchSuite suite, long events, int practices) {
        this.suite = suite;
        this.events = events;
        this.practices = practices;
    }

    double seconds() throws IOException, SQLException {
        byte[] request = HttpConnection.request(
                "GET", "/audit/consent-state?at=" + middle(), suite.auditor(), "Accept: application/x-ndjson\r\n", "");
        long began = System.nanoTime();
        try (HttpConnection gateway = new HttpConnection(suite.port(ServiceName.GATEWAY))) {
            String states = new String(gateway.send(request).readAllBytes(), StandardCharsets.UTF_8);
            double seconds = (System.nanoTime() - began) / 1e9;
            if (states.lines().count() < practices) {
                throw new IOException("Only " + states.lines().count() + " practices came");
            }
            return seconds;
        }
    }

    private String middle() throws SQLException {
        try (Connection connection = suite.connect(SuiteDatabase.CONSENT, SuiteDatabase.CONSENT.runtime());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select recorded_at from consent_event where position = " + events / 2)) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant().toString();
        }
    }
}
