package io.consentry.consent.provelog;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.PostgresAndKeys;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A log of its own, in a database of its own made by the service's migrations, that tests may sign as they like. */
final class ScratchLog implements AutoCloseable {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final String url;
    private final AgroalDataSource runtime;

    ScratchLog() throws SQLException {
        String name = "scratch_" + DATABASES.incrementAndGet();
        try (Connection admin = PostgresAndKeys.postgres().connectAsAdmin();
                Statement statement = admin.createStatement()) {
            statement.execute("create database " + name + " owner " + SuiteDatabase.CONSENT.owner());
        }
        url = "jdbc:postgresql://" + PostgresAndKeys.postgres().address() + "/" + name;
        Flyway.configure()
                .dataSource(url, SuiteDatabase.CONSENT.owner(), PostgresAndKeys.PASSWORD)
                .placeholders(Map.of("database", SuiteDatabase.CONSENT.databaseName()))
                .outOfOrder(true)
                .load()
                .migrate();
        runtime = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(4)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal(SuiteDatabase.CONSENT.runtime()))
                                .credential(new SimplePassword(PostgresAndKeys.PASSWORD)))));
    }

    static String newKey() {
        byte[] seed = new byte[SignedNote.KEY_BYTES];
        new SecureRandom().nextBytes(seed);
        return Base64.getEncoder().encodeToString(seed);
    }

    /** A replica of the service that is about to start with these keys. */
    Replica replica(String key, @Nullable String previous, @Nullable Path anchor) {
        Settings settings = new Settings(key, Optional.ofNullable(previous), Optional.ofNullable(anchor));
        LogKey logKey = new LogKey(settings, runtime);
        ProvenLog log = new ProvenLog(runtime, logKey);
        Integrator integrator = new Integrator(runtime, logKey);
        OutsideAnchor outside = new OutsideAnchor(settings, log);
        return new Replica(integrator, log, outside, new Integration(integrator, outside, logKey, settings));
    }

    record Replica(Integrator integrator, ProvenLog log, OutsideAnchor anchor, Integration integration) {}

    /** Records an event that is an event to the database and to the tree, and to nobody else. */
    void record() throws SQLException {
        execute(
                SuiteDatabase.CONSENT.runtime(),
                "insert into consent_event (event_id, stream_id, stream_sequence, stream_type, event_name, revision,"
                        + " payload, metadata, practice, commitment, leaf) values (gen_random_uuid(), gen_random_uuid(),"
                        + " 0, 'X', 'X', '1', '', '', 'A81001', 'c', '{\"position\":null,\"recordedAt\":null}')");
    }

    void execute(String role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, role, PostgresAndKeys.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String ask(String query) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url, SuiteDatabase.CONSENT.owner(), PostgresAndKeys.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.format(Locale.ROOT, "%s", row.getString(1)) : "nothing";
        }
    }

    @Override
    public void close() {
        runtime.close();
    }

    private record Settings(String key, Optional<String> previousKey, Optional<Path> anchorFile) implements LogConfig {

        @Override
        public String origin() {
            return "consentry.test/scratch";
        }

        @Override
        public Optional<String> signingKey() {
            return Optional.of(key);
        }

        @Override
        public boolean sandboxKey() {
            return false;
        }

        @Override
        public Duration pause() {
            return Duration.ofMillis(1);
        }
    }
}
