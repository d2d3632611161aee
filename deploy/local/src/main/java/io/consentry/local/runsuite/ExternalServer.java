package io.consentry.local.runsuite;

import io.consentry.postgres.DurableSettings;
import io.consentry.postgres.SuiteDatabase;
import io.consentry.postgres.SuiteRoles;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.postgresql.util.PSQLState;

/** A PostgreSQL server that runs already; the suite's databases and roles are made in it where they are missing. */
final class ExternalServer implements DatabaseServer {

    private static final int DEFAULT_PORT = 5432;

    private static final String WHAT_TO_DO =
            "Start that suite from its own home (CONSENTRY_HOME), or give this one another server";

    private final String address;

    private ExternalServer(String address) {
        this.address = address;
    }

    /**
     * Prepares the server for the suite.
     *
     * @param url {@code postgresql://user:password@host:port/database} of a role that may create roles and databases
     * @param password of every role of the services
     * @param homeId tells this home from others whose suite may live there
     */
    static ExternalServer prepare(String url, String password, String homeId) throws IOException {
        URI uri = parse(url);
        String address = uri.getHost() + ":" + (uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort());
        try (Connection admin = connect(uri, address)) {
            DurableSettings.require(admin);
            alone(admin);
            requireOurs(admin, address, password);
            requireNoOther(admin, address, password, homeId);
            SuiteRoles.create(admin, password);
            ResidentHome.note(admin, homeId);
        } catch (SQLException e) {
            throw new IOException("PostgreSQL on " + address + " cannot be used: " + e.getMessage(), e);
        }
        return new ExternalServer(address);
    }

    /** Until this connection ends: of two homes that come at once, the second sees whose suite lives there. */
    private static void alone(Connection admin) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('consentry-home', 0))");
        }
    }

    /** Comes after the passwords: where they are asked for, they prove a home that has lost its id. */
    private static void requireNoOther(Connection admin, String address, String password, String homeId)
            throws IOException, SQLException {
        Optional<String> resident = ResidentHome.of(admin).filter(id -> !id.equals(homeId));
        if (resident.isPresent() && refusing(admin, address, password + "?").isEmpty()) {
            throw new IOException("On " + address + " lives the suite of another home, " + resident.get()
                    + ", and this one is " + homeId + " (in its file home-id). " + WHAT_TO_DO
                    + ". Only if it is the same home, which lost that file, say so there: "
                    + ResidentHome.statement(homeId));
        }
    }

    /** A suite that lives there already, of another home, would be locked out by passwords of ours. */
    private static void requireOurs(Connection admin, String address, String password)
            throws IOException, SQLException {
        Optional<String> role = refusing(admin, address, password);
        if (role.isPresent()) {
            throw new IOException("On " + address + " lives the suite of another home: this one does not have"
                    + " the password of its role " + role.get() + ". " + WHAT_TO_DO);
        }
    }

    /** The first role of a suite that this is not the password of. */
    private static Optional<String> refusing(Connection admin, String address, String password) throws SQLException {
        for (SuiteDatabase database : SuiteDatabase.values()) {
            for (String role : SuiteRoles.existing(admin, database)) {
                if (isWrong(password, role, "jdbc:postgresql://" + address + "/" + database.databaseName())) {
                    return Optional.of(role);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isWrong(String password, String role, String url) {
        try {
            DriverManager.getConnection(url, role, password).close();
            return false;
        } catch (SQLException e) {
            // Asked before anything else: with the right one, a database may still be missing after a first start
            // failed.
            return PSQLState.INVALID_PASSWORD.getState().equals(e.getSQLState());
        }
    }

    private static URI parse(String url) throws IOException {
        try {
            URI uri = URI.create(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
            if (uri.getHost() != null
                    && uri.getScheme() != null
                    && uri.getScheme().startsWith("postgres")) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("The URL of the PostgreSQL server cannot be read", e);
        }
        throw new IOException("The URL of a server looks like postgresql://user:password@host:5432/postgres");
    }

    private static Connection connect(URI uri, String address) throws SQLException {
        Properties login = new Properties();
        String[] user = uri.getUserInfo() == null
                ? new String[] {"postgres"}
                : uri.getUserInfo().split(":", 2);
        login.setProperty("user", user[0]);
        if (user.length > 1) {
            login.setProperty("password", user[1]);
        }
        String database = uri.getPath() == null || uri.getPath().length() < 2 ? "/postgres" : uri.getPath();
        return DriverManager.getConnection("jdbc:postgresql://" + address + database, login);
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public String description() {
        return "PostgreSQL (yours)";
    }

    @Override
    public CompletableFuture<?> ended() {
        return new CompletableFuture<>();
    }

    /** Leaves the server as it is: it was running before. */
    @Override
    public void close() {}
}
