package io.consentry.consent.replayevents;

import io.agroal.api.AgroalDataSource;
import io.consentry.consent.replayevents.EventPage.LoggedEvent;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log in order, page by page. Blocks.
 *
 * <p>Each page is a short statement of its own: a reader that takes a day holds nothing open in the database, and
 * memory holds one page.
 */
@ApplicationScoped
public class EventLog {

    /** What one statement of a stream reads. */
    static final int ROWS_AT_A_TIME = 2000;

    private static final String PAGE = "select e.position, e.leaf, encode(e.leaf_hash, 'hex'), d.name, d.note, d.salt"
            + " from consent_event e left join disclosure d using (position) where e.position > ?%s"
            + " order by e.position limit ?";

    private final AgroalDataSource dataSource;

    EventLog(@DataSource("runtime") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The events after a position, in order. */
    public EventPage after(long position, EventFilter filter, int limit) {
        List<LoggedEvent> events = new ArrayList<>(Math.min(limit, ROWS_AT_A_TIME));
        Conditions conditions = new Conditions(filter);
        long last = position;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(PAGE.formatted(conditions.sql()))) {
            query.setLong(1, position);
            for (int i = 0; i < conditions.values.size(); i++) {
                query.setObject(i + 2, conditions.values.get(i));
            }
            query.setInt(conditions.values.size() + 2, limit);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    last = rows.getLong(EventBytes.POSITION);
                    events.add(new LoggedEvent(last, EventBytes.of(rows, filter.disclosed())));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The log cannot be read", e);
        }
        return new EventPage(events, last, events.size() == limit);
    }

    /** Position of the last event; 0 before the first. */
    public long head() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("select position from consent_head");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The log cannot be read", e);
        }
    }

    /** The conditions of a filter, each with its value. */
    private static final class Conditions {

        private final StringBuilder sql = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        Conditions(EventFilter filter) {
            add("e.practice = ?", filter.practice());
            add(
                    "e.recorded_at >= ?",
                    filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC));
            add("e.recorded_at < ?", filter.to() == null ? null : filter.to().atOffset(ZoneOffset.UTC));
            add("e.position <= ?", filter.upTo());
        }

        private void add(String condition, @Nullable Object value) {
            if (value != null) {
                sql.append(" and ").append(condition);
                values.add(value);
            }
        }

        String sql() {
            return sql.toString();
        }
    }
}
