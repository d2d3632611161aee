package io.consentry.consent.replayevents;

import io.agroal.api.AgroalDataSource;
import io.consentry.consent.keepevents.Disclosure;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log in order, page by page. Blocks.
 *
 * <p>Each page is a short statement of its own: a reader that takes a day holds nothing open in the database, and
 * memory holds one page.
 */
@ApplicationScoped
class EventLog {

    private static final String PAGE = "select e.position, e.leaf, e.leaf_hash, d.name, d.note, d.salt"
            + " from consent_event e left join disclosure d using (commitment) where e.position > ?%s"
            + " order by e.position limit ?";

    private static final HexFormat HEX = HexFormat.of();

    private final AgroalDataSource dataSource;

    EventLog(@DataSource("runtime") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The events after a position, in order. */
    EventPage after(long position, EventFilter filter, int limit) {
        List<String> events = new ArrayList<>(Math.min(limit, 1000));
        long last = position;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(PAGE.formatted(conditions(filter)))) {
            bind(query, position, filter, limit);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    last = rows.getLong("position");
                    events.add(read(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The log cannot be read", e);
        }
        return new EventPage(events, last, events.size() == limit);
    }

    private static String conditions(EventFilter filter) {
        return (filter.practice() == null ? "" : " and e.practice = ?")
                + (filter.from() == null ? "" : " and e.recorded_at >= ?")
                + (filter.to() == null ? "" : " and e.recorded_at < ?");
    }

    private static void bind(PreparedStatement query, long position, EventFilter filter, int limit)
            throws SQLException {
        int index = 1;
        query.setLong(index++, position);
        if (filter.practice() != null) {
            query.setString(index++, filter.practice());
        }
        for (Instant bound : bounds(filter)) {
            OffsetDateTime time = bound.atOffset(ZoneOffset.UTC);
            query.setObject(index++, time);
        }
        query.setInt(index, limit);
    }

    private static List<Instant> bounds(EventFilter filter) {
        List<Instant> bounds = new ArrayList<>(2);
        if (filter.from() != null) {
            bounds.add(filter.from());
        }
        if (filter.to() != null) {
            bounds.add(filter.to());
        }
        return bounds;
    }

    /** The stored leaf with two members appended; a verifier takes them off again before it hashes. */
    private static String read(ResultSet row) throws SQLException {
        String leaf = row.getString("leaf");
        StringBuilder event = new StringBuilder(leaf.length() + 256).append(leaf, 0, leaf.length() - 1);
        @Nullable String name = row.getString("name");
        if (name != null) {
            Disclosure disclosed = new Disclosure(name, row.getString("note"), row.getString("salt"));
            event.append(",\"disclosed\":").append(disclosed.json());
        }
        return event.append(",\"leafHash\":\"")
                .append(HEX.formatHex(row.getBytes("leaf_hash")))
                .append("\"}")
                .toString();
    }
}
