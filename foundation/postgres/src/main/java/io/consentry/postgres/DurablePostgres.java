package io.consentry.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A PostgreSQL server on the loopback interface that keeps its data directory and every committed transaction.
 *
 * <p>The library underneath is made for tests that throw their data away: it turns {@code fsync} and
 * {@code synchronous_commit} off. Both are turned on again here, and asked back from the running server, because the
 * suite promises that an accepted message survives the loss of the machine's power.
 */
public final class DurablePostgres implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final int port;
    private final String adminPassword;

    private DurablePostgres(EmbeddedPostgres server, int port, String adminPassword) {
        this.server = server;
        this.port = port;
        this.adminPassword = adminPassword;
    }

    /**
     * Starts the server, with the suite's databases and roles in it.
     *
     * @param dataDirectory kept between starts; created when absent
     * @param port on 127.0.0.1; 0 for any free one
     * @param adminPassword of the server's administrator: the one it was first started with, unless that was before it
     *     had any
     * @param password of every role; see {@link SuiteDatabase}
     * @throws IOException when the server does not start, or starts without its durable settings
     */
    public static DurablePostgres start(Path dataDirectory, int port, String adminPassword, String password)
            throws IOException {
        Path data = dataDirectory.toAbsolutePath();
        EmbeddedPostgres.Builder builder = settings(data, port, adminPassword);
        EmbeddedPostgres server = isMade(data) ? start(builder) : make(builder, data, adminPassword);
        DurablePostgres postgres = new DurablePostgres(server, server.getPort(), adminPassword);
        postgres.prepare(data, password);
        return postgres;
    }

    /** Whether the server of this directory lets in only whoever names a password, its administrator too. */
    public static boolean asksForPasswords(Path dataDirectory) throws IOException {
        return isMade(dataDirectory) && !PasswordsOnly.areNotAskedFor(dataDirectory);
    }

    /** As the library sees it: without this file it makes a new one. */
    private static boolean isMade(Path data) {
        return Files.exists(data.resolve("postgresql.conf"));
    }

    private static EmbeddedPostgres make(EmbeddedPostgres.Builder builder, Path data, String adminPassword)
            throws IOException {
        Files.createDirectories(data.getParent());
        // PostgreSQL takes the first password from a file: a command line is for everybody to read.
        Path passwordFile = Files.createTempFile(data.getParent(), "password", "");
        try {
            Files.writeString(passwordFile, adminPassword);
            // What the library calls so are further options of initdb.
            return start(builder.setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString()));
        } finally {
            Files.delete(passwordFile);
        }
    }

    private static EmbeddedPostgres.Builder settings(Path data, int port, String adminPassword) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(START_LIMIT)
                .setConnectConfig("password", adminPassword)
                .setServerConfig("listen_addresses", "127.0.0.1")
                // Nothing of ours connects by a socket, and its usual place is open to all users of the machine.
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "512MB")
                // Most reads find their page in the system's memory; handing them to other processes costs more.
                .setServerConfig("io_method", "sync")
                .setServerConfig("max_wal_size", "2GB")
                // New pages are looked after while the log still holds them whole.
                .setServerConfig("autovacuum_naptime", "15s")
                .setServerConfig("timezone", "UTC");
        if (port != 0) {
            builder.setPort(port);
        }
        return builder;
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            // The library says only how long it waited; why it waited in vain stands behind that.
            String why = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
            throw new IOException(e.getMessage() + why, e);
        }
    }

    private void prepare(Path data, String password) throws IOException {
        try {
            if (PasswordsOnly.areNotAskedFor(data)) {
                PasswordsOnly.ask(data, this::connectAsAdmin, adminPassword);
            }
            try (Connection admin = connectAsAdmin()) {
                DurableSettings.require(admin);
                SuiteRoles.create(admin, password);
            }
        } catch (SQLException | IOException | RuntimeException e) {
            server.close();
            throw new IOException("PostgreSQL started but is not usable: " + e.getMessage(), e);
        }
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** {@code host:port}, as the services' configuration wants it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** A connection as the server's administrator, for tests and for the launcher's own checks. */
    public Connection connectAsAdmin() throws SQLException {
        return connectAsAdmin(adminPassword);
    }

    private Connection connectAsAdmin(String guess) throws SQLException {
        return DriverManager.getConnection(url("postgres"), "postgres", guess);
    }

    /** A connection to one of the suite's databases with one of its roles. */
    public Connection connect(SuiteDatabase database, String role, String password) throws SQLException {
        return DriverManager.getConnection(url(database.databaseName()), role, password);
    }

    private String url(String database) {
        return "jdbc:postgresql://" + address() + "/" + database;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
