package io.consentry.consent.replaylog;

import io.consentry.consent.replaylog.ReplayRun.Difference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of replays. */
final class ReplayRuns {

    private static final int EXAMPLES = 100;

    private static final int LATEST = 10;

    private static final String RUNS = "select id, status, asked_at, up_to, replayed, differences,"
            + " status = 'running' and progress_at < clock_timestamp() - interval '1 minute' as stopped"
            + " from replay_run";

    /** Nobody has been at them for so long that they never go on: their service ended, or what they did failed. */
    private static final String CLEAR_AWAY = "with interrupted as (update replay_run r set status = 'interrupted'"
            + " where status = 'running' and progress_at < clock_timestamp() - interval '1 hour'"
            + " and exists (select 1 from replayed_decision where run = r.id) returning id)"
            + " delete from replayed_decision where run in (select id from interrupted)";

    private ReplayRuns() {}

    static void begin(Connection connection, UUID id, String askedBy, long upTo) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into replay_run (id, asked_by, up_to) values (?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, askedBy);
            insert.setLong(3, upTo);
            insert.executeUpdate();
        }
    }

    /** Takes away what interrupted replays left behind; gives how many rows it was. */
    static int clearAway(Connection connection) throws SQLException {
        try (PreparedStatement clear = connection.prepareStatement(CLEAR_AWAY)) {
            return clear.executeUpdate();
        }
    }

    /** Says of runs that wait or go on that their service is still at them. */
    static void stillThere(Connection connection, Set<UUID> ids) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update replay_run set progress_at = clock_timestamp() where id = any(?) and status = 'running'")) {
            update.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            update.executeUpdate();
        }
    }

    static void progress(Connection connection, UUID id, long replayed) throws SQLException {
        update(connection, "replayed = ?, progress_at = clock_timestamp()", replayed, id);
    }

    static void done(Connection connection, UUID id, int differences) throws SQLException {
        update(connection, "status = 'done', differences = ?", differences, id);
    }

    /** Only where it has not been taken for interrupted meanwhile: then its rows are gone. */
    private static void update(Connection connection, String what, long number, UUID id) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update replay_run set " + what + " where id = ? and status = 'running'")) {
            update.setLong(1, number);
            update.setObject(2, id);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("The replay was taken for interrupted");
            }
        }
    }

    static Optional<ReplayRun> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(RUNS + " where id = ?")) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(run(row, examples(connection, id))) : Optional.empty();
            }
        }
    }

    /** The newest few, the newest first, without examples. */
    static List<ReplayRun> latest(Connection connection) throws SQLException {
        List<ReplayRun> latest = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement(RUNS + " order by asked_at desc, id limit " + LATEST);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                latest.add(run(row, null));
            }
        }
        return latest;
    }

    private static ReplayRun run(ResultSet row, @Nullable List<Difference> examples) throws SQLException {
        return new ReplayRun(
                row.getString("id"),
                row.getBoolean("stopped") ? "interrupted" : row.getString("status"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getLong("up_to"),
                row.getLong("replayed"),
                row.getLong("differences"),
                examples);
    }

    private static List<Difference> examples(Connection connection, UUID id) throws SQLException {
        List<Difference> examples = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("select position, practice, live, replayed"
                + " from replay_difference where run = ? order by position limit " + EXAMPLES)) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    examples.add(new Difference(
                            row.getLong("position"),
                            row.getString("practice"),
                            row.getString("live"),
                            row.getString("replayed")));
                }
            }
        }
        return examples;
    }
}
