package io.consentry.bench.startsuite;

import io.consentry.local.issuetoken.LocalTokens;
import io.consentry.local.keepsecrets.LocalSecrets;
import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
import io.consentry.local.runsuite.Progress;
import io.consentry.local.runsuite.ServiceProcess;
import io.consentry.local.runsuite.StartFailed;
import io.consentry.local.runsuite.Suite;
import io.consentry.postgres.DurableSettings;
import io.consentry.postgres.SuiteDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;

/** The whole suite as processes of this machine, as anybody runs it; and ways into it. */
public final class BenchSuite implements AutoCloseable {

    private static final int PORT_OFFSET = 3000;
    private static final String AUDITOR_ORGANISATION = "AUD01";

    private final Suite suite;
    private final Ports ports = new Ports(PORT_OFFSET);
    private final LocalSecrets secrets;
    private final LocalTokens tokens;

    private BenchSuite(Home home, PrintWriter out) throws IOException {
        home.create();
        this.suite = new Suite(Project.fromSystemProperty(), home, ports, null, new Told(out));
        this.secrets = LocalSecrets.of(home);
        this.tokens = LocalTokens.of(home, Clock.systemUTC());
    }

    /** Starts it, and makes sure that every commit it makes is durable. */
    public static BenchSuite start(Home home, PrintWriter out)
            throws IOException, StartFailed, InterruptedException, SQLException {
        BenchSuite started = new BenchSuite(home, out);
        try {
            started.suite.start();
            try (Connection connection = started.connect(SuiteDatabase.CONSENT.owner())) {
                DurableSettings.require(connection);
            }
            out.println("fsync, synchronous_commit and full_page_writes are on");
            return started;
        } catch (StartFailed | InterruptedException | SQLException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** A connection to the consent database. */
    public Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + SuiteDatabase.CONSENT.databaseName(),
                role,
                secrets.databasePassword());
    }

    public int port(ServiceName service) {
        return ports.http(service);
    }

    public String auditor() {
        return tokens.of("auditor", AUDITOR_ORGANISATION);
    }

    /** A token with which the ingest service asks. */
    public String ingestService() {
        return ServiceToken.of("ingest-service", secrets.services().getPrivate(), Clock.systemUTC());
    }

    @Override
    public void close() {
        try {
            suite.close();
        } catch (IOException e) {
            throw new IllegalStateException("The suite did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Told(PrintWriter out) implements Progress {

        @Override
        public void say(String line) {
            out.println(line);
        }

        @Override
        public void started(ServiceProcess process) {}

        @Override
        public boolean givenUp() {
            return false;
        }
    }
}
