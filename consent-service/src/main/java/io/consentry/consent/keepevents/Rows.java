package io.consentry.consent.keepevents;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rows of what was made of the events, a statement at a time. Blocks. */
@ApplicationScoped
public class Rows {

    private final javax.sql.DataSource dataSource;

    Rows(@DataSource("runtime") javax.sql.DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes something of the row at hand. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** All rows of a query, which must be one that has few. */
    public <T> List<T> all(String sql, Reading<T> reading, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            List<T> all = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    all.add(reading.of(rows));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be read", e);
        }
    }

    /** The first row of a query, if there is one. */
    public <T> Optional<T> first(String sql, Reading<T> reading, @Nullable Object... values) {
        return all(sql, reading, values).stream().findFirst();
    }

    /** What was made of the events must have the one row that an event is about. */
    public static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("A table is not what the events say");
        }
    }

    /** A time in the row. */
    public static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
