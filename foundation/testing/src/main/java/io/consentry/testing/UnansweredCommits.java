package io.consentry.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Holds every commit of a server between the disk and the answer: what was committed is durable, and whoever committed
 * waits to hear of it. PostgreSQL does so by itself while it waits for a standby, here for one that does not exist.
 */
public final class UnansweredCommits implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final int LOOKS = 1500;

    private final Connection admin;
    private volatile boolean over;

    private UnansweredCommits(Connection admin) {
        this.admin = admin;
    }

    /**
     * From now on until this is closed.
     *
     * @param connect connects as the administrator
     */
    public static UnansweredCommits from(Administrator connect) throws SQLException, InterruptedException {
        UnansweredCommits commits = new UnansweredCommits(connect.connect());
        commits.change("alter system set synchronous_standby_names = 'nobody'");
        commits.awaitTheChange(connect.connect());
        return commits;
    }

    /** The server takes a setting over some time after it was told: until a commit of ours waits, none does for sure. */
    private void awaitTheChange(Connection probing) throws SQLException, InterruptedException {
        Thread probe = new Thread(
                () -> {
                    try (probing;
                            Statement statement = probing.createStatement()) {
                        while (!over) {
                            statement.execute("select pg_logical_emit_message(true, 'probe', '')");
                        }
                    } catch (SQLException e) {
                        // The server went away with the test.
                    }
                },
                "probe-commits");
        probe.setDaemon(true);
        probe.start();
        awaitOneOf("postgres");
    }

    /** Returns when a transaction of this role is on the disk and has not been answered. */
    public void awaitOneOf(String role) throws SQLException, InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            try (Statement statement = admin.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity"
                            + " where wait_event = 'SyncRep' and usename = '" + role + "'")) {
                row.next();
                if (row.getInt(1) > 0) {
                    return;
                }
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        throw new AssertionError("No commit of " + role + " came");
    }

    /** All of them are answered, where somebody still listens. */
    @Override
    public void close() throws SQLException {
        over = true;
        try (admin) {
            change("alter system reset synchronous_standby_names");
        }
    }

    private void change(String setting) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(setting);
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Connects as the administrator of the server. */
    @FunctionalInterface
    public interface Administrator {
        Connection connect() throws SQLException;
    }
}
