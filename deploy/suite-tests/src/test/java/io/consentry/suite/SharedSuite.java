package io.consentry.suite;

import io.consentry.local.callsuite.Gateway;
import io.consentry.local.issuetoken.LocalTokens;
import io.consentry.local.keepsecrets.LocalSecrets;
import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
import io.consentry.local.runsuite.Progress;
import io.consentry.local.runsuite.ServiceProcess;
import io.consentry.local.runsuite.Suite;
import io.consentry.postgres.SuiteDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One running suite for all tests that ask for it as a parameter. Each test takes a practice of its own, so none sees
 * what another left behind.
 */
final class SharedSuite implements ParameterResolver {

    private static final int PORT_OFFSET = 4000;
    /** So that whatever must not be logged is found if it is; less than this is not compiled into a service's log. */
    private static final Map<String, String> AS_TALKATIVE_AS_CAN_BE = Map.of("QUARKUS_LOG_LEVEL", "DEBUG");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Running.class, type -> Running.start());
    }

    /** The suite, and the means to end and start its parts. */
    record Running(Suite suite, Home home, Ports ports, String adminPassword, Gateway gateway, LocalTokens tokens)
            implements Store.CloseableResource {

        static Running start() {
            try {
                // What it leaves, its logs among it, can be looked at until the next run.
                Path directory = Path.of("target", "shared suite").toAbsolutePath();
                FileUtils.deleteDirectory(directory.toFile());
                Home home = new Home(directory);
                home.create();
                Ports ports = new Ports(PORT_OFFSET);
                Suite suite = new Suite(Project.fromSystemProperty(), home, ports, null, new Printed())
                        .with(AS_TALKATIVE_AS_CAN_BE);
                suite.start();
                return new Running(
                        suite,
                        home,
                        ports,
                        LocalSecrets.databaseAdminPassword(home),
                        new Gateway(ports),
                        LocalTokens.of(home, Clock.systemUTC()));
            } catch (Exception e) {
                throw new IllegalStateException("The suite did not start: " + e.getMessage(), e);
            }
        }

        /** A connection as the administrator of the embedded server. */
        Connection connectAsAdmin() throws SQLException {
            return connectAsAdmin("postgres");
        }

        /** Another, to one of its databases. */
        Connection connectAsAdmin(String database) throws SQLException {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + database, "postgres", adminPassword);
        }

        /** Ends, in the hardest way, a process of the server that works for one of the services. */
        void crashPostgres(SuiteDatabase database) throws Exception {
            try (Connection admin = connectAsAdmin();
                    PreparedStatement ask = admin.prepareStatement("select pid from pg_stat_activity where datname = ?"
                            + " and usename = ? and pid <> pg_backend_pid() order by state_change desc limit 1")) {
                ask.setString(1, database.databaseName());
                ask.setString(2, database.runtime());
                try (ResultSet row = ask.executeQuery()) {
                    row.next();
                    ProcessHandle.of(row.getLong(1)).orElseThrow().destroyForcibly();
                }
            }
        }

        void killAndRestart(ServiceName service) throws Exception {
            suite.service(service).kill();
            restart(service);
        }

        void restart(ServiceName service) throws Exception {
            suite.startService(service);
            suite.awaitReady(EnumSet.of(service));
        }

        @Override
        public void close() throws Exception {
            suite.close();
        }
    }

    /** Says on standard output how far the start is. */
    static final class Printed implements Progress {

        @Override
        public void say(String line) {
            System.out.println(line);
        }

        @Override
        public void started(ServiceProcess process) {}

        @Override
        public boolean givenUp() {
            return false;
        }
    }
}
