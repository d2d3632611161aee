package io.consentry.bench.startsuite;

import io.consentry.local.issuetoken.LocalTokens;
import io.consentry.local.keepsecrets.LocalSecrets;
import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
import io.consentry.local.runsuite.PortsInUse;
import io.consentry.local.runsuite.PostmasterFile;
import io.consentry.local.runsuite.Progress;
import io.consentry.local.runsuite.ServiceProcess;
import io.consentry.local.runsuite.StartFailed;
import io.consentry.local.runsuite.Suite;
import io.consentry.local.supervise.Leftovers;
import io.consentry.local.supervise.OwnedHome;
import io.consentry.local.supervise.RunRecord;
import io.consentry.postgres.SuiteDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.ds.PGSimpleDataSource;

/** The whole suite as processes of this machine, as anybody runs it; and ways into it. */
public final class BenchSuite implements AutoCloseable {

    /** What the benchmark's own connections to the database are called. */
    public static final String APPLICATION = "consentry-bench";

    private static final int PORT_OFFSET = 9000;
    private static final int PORT_OFFSET_OF_ANOTHER = 9500;
    private static final String AUDITOR_ORGANISATION = "AUD01";

    private final Home home;
    private final OwnedHome owned;
    private final PrintWriter out;
    private final Suite suite;
    private final Ports ports;
    private final LocalSecrets secrets;
    private final String adminPassword;
    private final LocalTokens tokens;
    private final RunsBeside beside = new RunsBeside();
    private final AtomicBoolean closed = new AtomicBoolean();

    private BenchSuite(Home home, Ports ports, PrintWriter out) throws IOException, StartFailed {
        this.home = home;
        this.ports = ports;
        this.out = out;
        this.owned = OwnedHome.take(home)
                .orElseThrow(() -> new StartFailed("A suite runs from " + home.directory() + " already"));
        this.suite = new Suite(Project.fromSystemProperty(), home, ports, null, new Told(out, owned)).learning(true);
        this.secrets = LocalSecrets.of(home);
        this.adminPassword = LocalSecrets.databaseAdminPassword(home);
        this.tokens = LocalTokens.of(home, Clock.systemUTC());
    }

    /** Starts it. */
    public static BenchSuite start(Home home, PrintWriter out) throws IOException, StartFailed, InterruptedException {
        return started(new BenchSuite(home, new Ports(PORT_OFFSET), out));
    }

    /** Starts another one beside it, with a store of its own, which is closed with this one. */
    public BenchSuite startAnother(String name) throws IOException, StartFailed, InterruptedException {
        Home another = new Home(home.directory().resolve(name));
        return closingLater(started(new BenchSuite(another, new Ports(PORT_OFFSET_OF_ANOTHER), out)));
    }

    private static BenchSuite started(BenchSuite started) throws IOException, StartFailed, InterruptedException {
        // Whoever interrupts a benchmark does not want services left behind.
        Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop-the-measured-suite"));
        try {
            started.endLeftovers();
            PortsInUse.require(started.ports.ofSuite());
            started.owned.starting(started.ports, Clock.systemUTC().instant(), "bench", List.of());
            started.suite.start();
            started.owned.at(RunRecord.Stage.READY);
            return started;
        } catch (IOException | StartFailed | InterruptedException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    private void endLeftovers() throws IOException, InterruptedException {
        owned.endLeftovers(out::println);
        Leftovers.endWithin(home, out::println);
    }

    /** Whether Java writes down in this run what makes later ones faster, which makes this one slower. */
    public boolean isLearning() {
        return Arrays.stream(ServiceName.values())
                .anyMatch(service -> suite.service(service).isLearning());
    }

    /** Where it lives. */
    public Home home() {
        return home;
    }

    /** A connection to one of its databases with one of its roles. */
    public Connection connect(SuiteDatabase database, String role) throws SQLException {
        return DriverManager.getConnection(url(database), role, secrets.databasePassword());
    }

    /** A connection to one of its databases with a role that sees everything, for seeding and counting. */
    public Connection connectAsAdmin(SuiteDatabase database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", adminPassword);
    }

    /** Connections to one of its databases with one of its roles. */
    public PGSimpleDataSource dataSource(SuiteDatabase database, String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(role);
        source.setPassword(secrets.databasePassword());
        return source;
    }

    /** The file of what wraps the keys of clinical content: for content that the services can open. */
    public Path encryptionKeys() {
        return secrets.encryptionKeys().path();
    }

    private String url(SuiteDatabase database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + database.databaseName() + "?ApplicationName="
                + APPLICATION;
    }

    /** The process of a service. */
    public ProcessHandle process(ServiceName service) {
        return suite.service(service).handle();
    }

    /** The first process of its PostgreSQL; the others are its children. */
    public ProcessHandle postmaster() throws IOException {
        return PostmasterFile.of(home)
                .running()
                .orElseThrow(() -> new IOException("PostgreSQL's own process cannot be told"));
    }

    public int port(ServiceName service) {
        return ports.http(service);
    }

    /** A token of the local issuer. */
    public String token(String role, String ods) {
        return tokens.of(role, ods);
    }

    public String auditor() {
        return tokens.of("auditor", AUDITOR_ORGANISATION);
    }

    /** A token with which the ingest service asks. */
    public String ingestService() {
        return ServiceToken.of("ingest-service", secrets.services().getPrivate(), Clock.systemUTC());
    }

    /** Starts the gateway anew, so that messages and questions about consent go to another address than the services'. */
    public void leadGatewayTo(String other) throws StartFailed, InterruptedException {
        suite.stopService(ServiceName.GATEWAY);
        suite.with(Map.of(
                "CONSENTRY_INGEST_URL",
                other,
                "CONSENTRY_INGEST_HEALTH_URL",
                "http://127.0.0.1:" + ports.management(ServiceName.INGEST),
                "CONSENTRY_CONSENT_URL",
                other,
                "CONSENTRY_CONSENT_HEALTH_URL",
                "http://127.0.0.1:" + ports.management(ServiceName.CONSENT)));
        suite.startService(ServiceName.GATEWAY);
        suite.awaitReady(EnumSet.of(ServiceName.GATEWAY));
    }

    /** Stops all of it, starts it again, and says how long that took until everything was ready. */
    public Duration startAgain() throws IOException, StartFailed, InterruptedException {
        suite.close();
        long began = System.nanoTime();
        suite.start();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Closes something with the suite, or before what must be measured alone. */
    public <C extends AutoCloseable> C closingLater(C something) {
        return beside.with(something);
    }

    /** Ends whatever else rows needed, so that the suite has the machine for itself. */
    public void endWhatRunsBeside() {
        beside.end();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try (owned) {
            try {
                endWhatRunsBeside();
            } finally {
                suite.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("The suite did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Told(PrintWriter out, OwnedHome owned) implements Progress {

        @Override
        public void say(String line) {
            out.println(line);
        }

        @Override
        public void started(ServiceProcess process) {
            owned.started(process);
        }

        @Override
        public boolean givenUp() {
            return false;
        }
    }
}
