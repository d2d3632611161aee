package io.consentry.bench.consentrows;

import io.consentry.bench.callservice.HttpConnection;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.local.place.ServiceName;
import io.consentry.local.verifylog.CheckedEvents;
import io.consentry.postgres.SuiteDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** The whole log to an auditor, each hash checked as it arrives; against the same rows straight from the database. */
final class Replaying {

    private static final String COPY = "copy (select e.position, e.leaf, e.leaf_hash, d.name, d.note, d.salt"
            + " from consent_event e left join disclosure d using (position)) to stdout (format binary)";

    private final BenchSuite suite;
    private final long events;

    Replaying(BenchSuite suite, long events) {
        this.suite = suite;
        this.events = events;
    }

    double throughTheGateway() throws IOException {
        byte[] request = HttpConnection.request(
                "GET", "/audit/consent-events", suite.auditor(), "Accept: application/x-ndjson\r\n", "");
        long began = System.nanoTime();
        try (HttpConnection gateway = new HttpConnection(suite.port(ServiceName.GATEWAY))) {
            long last = CheckedEvents.last(gateway.send(request), 0);
            if (last < events) {
                throw new IOException("Only " + last + " events came");
            }
            return last / ((System.nanoTime() - began) / 1e9);
        }
    }

    double byCopy() throws SQLException, IOException {
        try (Connection connection = suite.connect(SuiteDatabase.CONSENT, SuiteDatabase.CONSENT.runtime())) {
            long began = System.nanoTime();
            long rows =
                    connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY, OutputStream.nullOutputStream());
            if (rows < events) {
                throw new IOException("Only " + rows + " rows came");
            }
            return rows / ((System.nanoTime() - began) / 1e9);
        }
    }
}
