package io.consentry.filing.showworklist;

import io.consentry.filing.showworklist.ShownChanges.Change;
import io.consentry.filing.threads.OffTheEventLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Lets whoever changed an item wait until the worklist shows it, so that their next read does.
 *
 * <p>The signal is a shortcut within this process. Another replica may be the one that writes the row: so the row itself
 * is looked at again in between.
 */
@Singleton
public class ShownVersions {

    /** What the unit of work at hand has written so far. */
    private static final String WRITTEN = "worklist-changes";

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Map<String, Collection<Watch>> watches = new ConcurrentHashMap<>();
    private final Vertx vertx;
    private final javax.sql.DataSource database;
    private final ShownChanges changes;
    private final ChangesElsewhere elsewhere;

    ShownVersions(
            Vertx vertx,
            @DataSource("runtime") javax.sql.DataSource database,
            ShownChanges changes,
            ChangesElsewhere elsewhere,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.database = database;
        this.changes = changes;
        this.elsewhere = elsewhere;
        Gauge.builder("consentry.worklist.awaited", watches, Map::size)
                .description("Items that somebody acted on and waits to see changed")
                .register(metrics);
    }

    /** Tells the watchers and the open pages, here and at other processes, once the row is committed. */
    void afterCommit(Connection transaction, Change change) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get().root();
        List<Change> written = unitOfWork.getOrComputeResource(WRITTEN, key -> {
            List<Change> all = new ArrayList<>();
            unitOfWork.onPrepareCommit(committing -> tellOthers(transaction, all));
            unitOfWork.afterCommit(committed -> all.forEach(this::tellHere));
            return all;
        });
        written.add(change);
    }

    private void tellOthers(Connection transaction, List<Change> written) {
        try {
            elsewhere.tell(transaction, written);
        } catch (SQLException e) {
            throw new JdbcException("Cannot tell other processes", e);
        }
    }

    private void tellHere(Change change) {
        watches.getOrDefault(change.itemId(), List.of()).forEach(watch -> watch.signal.raiseTo(change.version()));
        changes.tell(change);
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
        private final ShownVersion signal = new ShownVersion();

        private Watch(String itemId) {
            this.itemId = itemId;
        }

        /**
         * Whether the row shows this version, or a later one, within the time. Needs no thread meanwhile, and is told on the
         * one that learns of it.
         */
        public Uni<Boolean> shows(long version, Duration atMost) {
            return Uni.createFrom()
                    .deferred(() -> showsBefore(System.nanoTime() + atMost.toNanos(), version, (ContextInternal)
                            vertx.getOrCreateContext()));
        }

        /** @param here whose event loop has timers that wake no other thread, as one of the usual pool would for each act */
        private Uni<Boolean> showsBefore(long deadline, long version, ContextInternal here) {
            if (System.nanoTime() >= deadline) {
                return Uni.createFrom().item(false);
            }
            return signal.reaching(version)
                    .replaceWith(true)
                    .ifNoItem()
                    .after(LOOK_AGAIN)
                    .on(here.nettyEventLoop())
                    .recoverWithUni(() -> OffTheEventLoop.call(here, () -> shownVersion(itemId) >= version))
                    .chain(shown -> shown ? Uni.createFrom().item(true) : showsBefore(deadline, version, here));
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
