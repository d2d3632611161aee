package io.consentry.ingest.suspendsender;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every suspension there is and was. Blocks. Looked at with every message, so one holds from the next message on. */
@Singleton
class Suspensions {

    private static final String COLUMNS =
            "id, pharmacy, system, reason, suspended_at, suspended_by, lifted_at, lifted_by";

    /** Whoever suspends again what is suspended gets the standing one. */
    private static final String SUSPEND = "insert into sender_suspension (id, pharmacy, system, reason, suspended_at,"
            + " suspended_by) values (?, ?, ?, ?, ?, ?) on conflict do nothing";

    private static final String STANDING = "select " + COLUMNS + " from sender_suspension where lifted_at is null"
            + " and (pharmacy = ? or system = ?)";
    private static final String ALL = "select " + COLUMNS + " from sender_suspension order by suspended_at, id";
    private static final String LIFT = "update sender_suspension set lifted_at = coalesce(lifted_at, ?), lifted_by ="
            + " coalesce(lifted_by, ?) where id = ? returning " + COLUMNS;

    private final javax.sql.DataSource database;
    private final Clock clock;

    Suspensions(@DataSource("runtime") javax.sql.DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Suspension suspend(@Nullable String pharmacy, @Nullable String system, String reason, String by)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement suspend = connection.prepareStatement(SUSPEND);
                PreparedStatement standing = connection.prepareStatement(STANDING)) {
            suspend.setObject(1, UUID.randomUUID());
            suspend.setString(2, pharmacy);
            suspend.setString(3, system);
            suspend.setString(4, reason);
            suspend.setObject(5, now());
            suspend.setString(6, by);
            suspend.executeUpdate();
            standing.setString(1, pharmacy);
            standing.setString(2, system);
            return read(standing).get(0);
        }
    }

    /** The oldest first. */
    List<Suspension> all() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement all = connection.prepareStatement(ALL)) {
            return read(all);
        }
    }

    /** Lifts it; lifting again changes nothing. Absent where there is none with this id. */
    Optional<Suspension> lift(UUID id, String by) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement lift = connection.prepareStatement(LIFT)) {
            lift.setObject(1, now());
            lift.setString(2, by);
            lift.setObject(3, id);
            return read(lift).stream().findFirst();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static List<Suspension> read(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            List<Suspension> found = new ArrayList<>();
            while (row.next()) {
                found.add(new Suspension(
                        row.getObject("id", UUID.class),
                        row.getString("pharmacy"),
                        row.getString("system"),
                        row.getString("reason"),
                        row.getObject("suspended_at", OffsetDateTime.class).toInstant(),
                        row.getString("suspended_by"),
                        instant(row.getObject("lifted_at", OffsetDateTime.class)),
                        row.getString("lifted_by")));
            }
            return found;
        }
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
