package io.consentry.filing.rejectall;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The items of a practice that wait, as the worklist shows them. Blocks. */
@Singleton
class PendingItems {

    private static final String SERVICES =
            "select distinct service from worklist_item where practice = ? and status = 'pending' and received_at < ?";

    private static final String NEXT = """
            select item_id, version from worklist_item
            where practice = ? and status = 'pending' and received_at < ? and service = any (?) and item_id > ?
            order by item_id limit ?""";

    private static final String STILL_PENDING =
            "select count(*) from worklist_item where item_id = any (?) and status = 'pending'";

    private final javax.sql.DataSource database;

    PendingItems(@DataSource("runtime") javax.sql.DataSource database) {
        this.database = database;
    }

    Set<String> services(String practice, Instant receivedBefore) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement ask = connection.prepareStatement(SERVICES)) {
            ask.setString(1, practice);
            ask.setObject(2, receivedBefore.atOffset(ZoneOffset.UTC));
            try (ResultSet row = ask.executeQuery()) {
                Set<String> services = new LinkedHashSet<>();
                while (row.next()) {
                    services.add(row.getString(1));
                }
                return services;
            }
        }
    }

    /** The next ones after an id, in the order of ids. */
    List<Pending> after(String practice, Instant receivedBefore, Collection<String> services, String id, int atMost)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement ask = connection.prepareStatement(NEXT)) {
            ask.setString(1, practice);
            ask.setObject(2, receivedBefore.atOffset(ZoneOffset.UTC));
            ask.setArray(3, connection.createArrayOf("text", services.toArray()));
            ask.setString(4, id);
            ask.setInt(5, atMost);
            try (ResultSet row = ask.executeQuery()) {
                List<Pending> pending = new ArrayList<>();
                while (row.next()) {
                    pending.add(new Pending(row.getString(1), row.getLong(2)));
                }
                return pending;
            }
        }
    }

    /** Whether the worklist shows none of them as pending any more. */
    boolean areGone(Collection<String> ids) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement ask = connection.prepareStatement(STILL_PENDING)) {
            Array wanted = connection.createArrayOf("text", ids.toArray());
            ask.setArray(1, wanted);
            try (ResultSet row = ask.executeQuery()) {
                return row.next() && row.getLong(1) == 0;
            }
        }
    }

    /** An item that waits, at the version it is shown with. */
    record Pending(String itemId, long version) {}
}
