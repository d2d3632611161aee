package io.consentry.consent.replayevents;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Reads the log in order, page by page. Blocks.
 *
 * <p>Each page is a short statement of its own: a reader that takes a day holds nothing open in the database, and
 * memory holds one page.
 */
@ApplicationScoped
public class EventLog {

    /** What one statement of a stream reads. */
    static final int ROWS_AT_A_TIME = 4000;

    /** Both tables from the same position on: else the names would be read from the first on, for every page. */
    private static final String PAGE = "select e.position, e.leaf, e.leaf_hash, d.name, d.note, d.salt"
            + " from (select position, leaf, leaf_hash from consent_event e where %1$s%2$s order by position limit %3$d) e"
            + " left join disclosure d on d.position = e.position and d.%1$s order by e.position";

    private final AgroalDataSource dataSource;

    EventLog(@DataSource("runtime") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The events after a position, in order. */
    public EventPage after(long position, EventFilter filter, int limit) {
        if (filter.leavesEventsOut()) {
            return read(position, filter, limit, "position > " + position);
        }
        // Positions have no gaps, so it is known where a page ends.
        long end = position + limit;
        EventPage page = read(position, filter, limit, "position between " + (position + 1) + " and " + end);
        // Unless somebody has torn a gap: then what follows it must be told all the same.
        return page.full() || head() <= end ? page : read(position, filter, limit, "position > " + position);
    }

    private EventPage read(long position, EventFilter filter, int limit, String place) {
        EventLines lines = new EventLines();
        try (Connection connection = dataSource.getConnection();
                CopiedRows rows =
                        new CopiedRows(connection, PAGE.formatted(place, conditions(connection, filter), limit))) {
            while (rows.next()) {
                lines.add(rows, filter.disclosed());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The log cannot be read", e);
        }
        return lines.page(position, limit);
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

    /** As text, since COPY takes no parameters: numbers and times that were read as such, and one quoted code. */
    private static String conditions(Connection connection, EventFilter filter) throws SQLException {
        StringBuilder sql = new StringBuilder();
        if (filter.practice() != null) {
            String quoted = connection.unwrap(PGConnection.class).escapeLiteral(filter.practice());
            sql.append(" and e.practice = '").append(quoted).append('\'');
        }
        if (filter.from() != null) {
            sql.append(" and e.recorded_at >= '").append(filter.from()).append('\'');
        }
        if (filter.to() != null) {
            sql.append(" and e.recorded_at < '").append(filter.to()).append('\'');
        }
        if (filter.upTo() != null) {
            sql.append(" and e.position <= ").append(filter.upTo());
        }
        return sql.toString();
    }
}
