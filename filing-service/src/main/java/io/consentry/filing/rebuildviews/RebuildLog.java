package io.consentry.filing.rebuildviews;

import io.consentry.filing.item.Actor;
import io.consentry.filing.telltime.Timestamps;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps how far rebuilds have come, on connections of its own: others see it while the rebuild goes on. Blocks. */
@Singleton
class RebuildLog {

    private static final String BEGIN = "insert into rebuild (rebuild_id, asked_by, started_at, events)"
            + " select ?, ?, ?, count(*) from stored_event";
    private static final String PROGRESS = "update rebuild set told = ? where rebuild_id = ?";
    private static final String FINISH =
            "update rebuild set told = ?, wrong_rows = ?, failed_with = ?, finished_at = ? where rebuild_id = ?";
    private static final String FIND = """
            select rebuild_id, started_at, events, told, wrong_rows, failed_with, finished_at
            from rebuild where rebuild_id = ?""";

    private final javax.sql.DataSource database;
    private final Timestamps time;

    RebuildLog(@DataSource("runtime") javax.sql.DataSource database, Timestamps time) {
        this.database = database;
        this.time = time;
    }

    /** A new one; its id. */
    String begin(Actor by) throws SQLException {
        String id = UUID.randomUUID().toString();
        execute(BEGIN, id, by.id(), now());
        return id;
    }

    void progress(String id, long told) throws SQLException {
        execute(PROGRESS, told, id);
    }

    void finished(String id, long told, long differences) throws SQLException {
        execute(FINISH, told, differences, null, now(), id);
    }

    void failed(String id, long told, Exception cause) throws SQLException {
        execute(FINISH, told, null, cause.getClass().getName(), now(), id);
    }

    Optional<RebuildPage> find(String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement ask = connection.prepareStatement(FIND)) {
            ask.setString(1, id);
            try (ResultSet row = ask.executeQuery()) {
                return row.next() ? Optional.of(page(row)) : Optional.empty();
            }
        }
    }

    private void execute(String statement, @Nullable Object... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int place = 0; place < parameters.length; place++) {
                prepared.setObject(place + 1, parameters[place]);
            }
            prepared.executeUpdate();
        }
    }

    private OffsetDateTime now() {
        return time.now().atOffset(ZoneOffset.UTC);
    }

    private static RebuildPage page(ResultSet row) throws SQLException {
        String failure = row.getString("failed_with");
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        Instant finishedAt = finished == null ? null : finished.toInstant();
        return new RebuildPage(
                row.getString("rebuild_id"),
                finishedAt == null ? "running" : failure == null ? "finished" : "failed",
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getLong("events"),
                row.getLong("told"),
                row.getObject("wrong_rows", Long.class),
                failure,
                finishedAt);
    }
}
