package io.consentry.eventstore;

import io.consentry.postgres.DurablePostgres;
import io.consentry.postgres.SuiteDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A real server with the standard tables in it. */
final class TestStore implements AutoCloseable {

    private static final String PASSWORD = "test-only";

    private final DurablePostgres server;
    final PGSimpleDataSource runtime = new PGSimpleDataSource();

    TestStore(Path directory) throws IOException {
        server = DurablePostgres.start(directory.resolve("postgres"), 0, PASSWORD, PASSWORD);
        String url = "jdbc:postgresql://" + server.address() + "/filing";
        Flyway.configure()
                .dataSource(url, SuiteDatabase.FILING.owner(), PASSWORD)
                .locations("classpath:db/eventstore", "classpath:db/deadletters")
                .placeholders(java.util.Map.of("database", "filing"))
                .load()
                .migrate();
        runtime.setUrl(url);
        runtime.setUser(SuiteDatabase.FILING.runtime());
        runtime.setPassword(PASSWORD);
    }

    String ask(String query) throws SQLException {
        try (Connection connection = runtime.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "nothing";
        }
    }

    void tell(String sql) throws SQLException {
        try (Connection connection = runtime.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void asOwner(String sql) throws SQLException {
        try (Connection connection = server.connect(SuiteDatabase.FILING, SuiteDatabase.FILING.owner(), PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
