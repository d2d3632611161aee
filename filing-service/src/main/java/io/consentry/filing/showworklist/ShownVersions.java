package io.consentry.filing.showworklist;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Lets whoever changed an item wait until the worklist shows it, so that their next read does.
 *
 * <p>The signal is a shortcut within this process. Another replica may be the one that writes the row: so the row itself
 * is looked at again in between.
 */
@Singleton
public class ShownVersions {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Map<String, Collection<Watch>> watches = new ConcurrentHashMap<>();
    private final javax.sql.DataSource database;
    private final ShownChanges changes;

    ShownVersions(@DataSource("runtime") javax.sql.DataSource database, ShownChanges changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Tells the watchers and the open pages, once the row is committed. */
    void afterCommit(String practice, String itemId, long version) {
        CurrentUnitOfWork.get().afterCommit(unitOfWork -> {
            watches.getOrDefault(itemId, List.of()).forEach(watch -> watch.signal.raiseTo(version));
            changes.tell(practice, itemId, version);
        });
    }

    /** Begins to watch; before the change, so that no signal is missed. */
    public Watch watch(String itemId) {
        Watch watch = new Watch(itemId);
        watches.computeIfAbsent(itemId, id -> new CopyOnWriteArrayList<>()).add(watch);
        return watch;
    }

    private long shownVersion(String itemId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement ask =
                        connection.prepareStatement("select version from worklist_item where item_id = ?")) {
            ask.setString(1, itemId);
            try (ResultSet row = ask.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }

    /** One caller's wait for one item. */
    public final class Watch implements AutoCloseable {

        private final String itemId;
        private final RisingNumber signal = new RisingNumber();

        private Watch(String itemId) {
            this.itemId = itemId;
        }

        /** Whether the row shows this version, or a later one, within the time. Blocks. */
        public boolean shows(long version, Duration atMost) throws SQLException, InterruptedException {
            long deadline = System.nanoTime() + atMost.toNanos();
            while (System.nanoTime() < deadline) {
                if (signal.awaitAtLeast(version, LOOK_AGAIN) || shownVersion(itemId) >= version) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void close() {
            watches.computeIfPresent(itemId, (id, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }
}
