package io.consentry.bench.acceptrows;

import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.postgres.SuiteDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Looks, without the suite's help, which messages a practice would see. */
public final class Worklists implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    /** What is measured beside it feels each look: at 100 messages a second there must not be more looks than messages. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Connection connection;
    private final PreparedStatement look;

    public Worklists(BenchSuite suite) throws SQLException {
        connection = suite.connectAsAdmin(SuiteDatabase.FILING);
        look = connection.prepareStatement("select item_id from worklist_item where item_id = any (?)");
    }

    /** Those of the messages that stand in a worklist. */
    Set<String> among(Collection<String> ids) throws SQLException {
        look.setArray(1, connection.createArrayOf("text", ids.toArray()));
        try (ResultSet row = look.executeQuery()) {
            Set<String> seen = new HashSet<>();
            while (row.next()) {
                seen.add(row.getString(1));
            }
            return seen;
        }
    }

    /**
     * Returns when all of them do.
     *
     * @throws IOException when they do not within two minutes
     */
    public void awaitAll(Collection<String> ids) throws SQLException, IOException, InterruptedException {
        Set<String> waiting = new HashSet<>(ids);
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!waiting.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IOException(waiting.size() + " accepted messages never came into a worklist");
            }
            waiting.removeAll(among(waiting));
            pause();
        }
    }

    static void pause() throws InterruptedException {
        Thread.sleep(BETWEEN_LOOKS.toMillis());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
