package io.consentry.encryption;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.TemporaryPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL with the key tables, reached as the runtime role. */
class KeyTables implements BeforeAllCallback, AfterAllCallback {

    @SuppressWarnings("NullAway.Init") // JUnit calls beforeAll first
    private TemporaryPostgres postgres;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        postgres = TemporaryPostgres.start();
        Flyway.configure()
                .dataSource(as(SuiteDatabase.INGEST.owner()))
                .locations("classpath:db/encryption")
                .placeholders(Map.of("database", SuiteDatabase.INGEST.databaseName()))
                .load()
                .migrate();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        postgres.close();
    }

    DataSource runtime() {
        return as(SuiteDatabase.INGEST.runtime());
    }

    /** As a service has it. */
    AgroalDataSource pool() throws SQLException {
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(1)
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(url())
                                .principal(new NamePrincipal(SuiteDatabase.INGEST.runtime()))
                                .credential(new SimplePassword(TemporaryPostgres.PASSWORD)))));
    }

    private String url() {
        return "jdbc:postgresql://" + postgres.server().address() + "/" + SuiteDatabase.INGEST.databaseName();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = runtime().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String table) throws SQLException {
        try (Connection connection = runtime().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private DataSource as(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(role);
        source.setPassword(TemporaryPostgres.PASSWORD);
        return source;
    }

    /** A deployment's configuration with keys made of one repeated byte. */
    static KeyEncryptionKeys wrappingKeys(String id, int filling, Map<String, Integer> retired) {
        Map<String, String> keys = new HashMap<>();
        retired.forEach((name, byteValue) -> keys.put(name, base64(byteValue)));
        return new KeyEncryptionKeys(new Configured(Optional.empty(), Optional.of(base64(filling)), id, keys));
    }

    /** A deployment that keeps its keys in a file. */
    static KeyEncryptionKeys keysIn(Path file) {
        return new KeyEncryptionKeys(new Configured(Optional.of(file), Optional.empty(), "", Map.of()));
    }

    /** What configuration may say. */
    record Configured(Optional<Path> keyFile, Optional<String> key, String keyId, Map<String, String> retiredKeys)
            implements EncryptionConfig {}

    static String base64(int filling) {
        byte[] key = new byte[AesGcm.KEY_BYTES];
        Arrays.fill(key, (byte) filling);
        return Base64.getEncoder().encodeToString(key);
    }
}
