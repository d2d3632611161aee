package io.consentry.ingest.countsystems;

import io.consentry.database.TimeOrderedId;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts messages by the system that made them. Blocks. */
@Singleton
class CountedSystems {

    /** Ids are in the order of time, so a stretch of time is a stretch of the primary key. */
    private static final String COUNT = """
            select systems, count(distinct sender), count(*), count(*) filter (where status = 'rejected'),
                   min(received_at), max(received_at)
            from message
            where id >= ? and id < ? and (cast(? as text) is null or ? = any (systems))
            group by systems order by count(*) desc limit 500""";

    private final javax.sql.DataSource database;

    CountedSystems(@DataSource("runtime") javax.sql.DataSource database) {
        this.database = database;
    }

    /** Those of which anything was received in this stretch of time, the busiest first; of one name where it is given. */
    List<SenderSystem> between(Instant from, Instant to, @Nullable String name) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COUNT)) {
            query.setObject(1, TimeOrderedId.firstAt(from));
            query.setObject(2, TimeOrderedId.firstAt(to));
            query.setString(3, name);
            query.setString(4, name);
            try (ResultSet row = query.executeQuery()) {
                List<SenderSystem> systems = new ArrayList<>();
                while (row.next()) {
                    systems.add(new SenderSystem(
                            Arrays.asList((String[]) row.getArray(1).getArray()),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.getObject(6, OffsetDateTime.class).toInstant()));
                }
                return systems;
            }
        }
    }
}
