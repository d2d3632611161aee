package io.consentry.ingest.followmessages;

import io.consentry.web.background.Background;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Rings when there may be news for a sender, whichever process wrote them: one look at the database for all who listen,
 * however many they are.
 */
@Singleton
class NewsBell {

    private static final String FRESH = """
            select sender, told_in, number from timeline_entry
            where (told_in, number) > (?, ?)
              and told_in < cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)
            order by told_in, number limit 1000""";
    private static final String LAST =
            "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint), 0";

    private final BroadcastProcessor<String> rings = BroadcastProcessor.create();
    private final javax.sql.DataSource database;
    private final Background looking;
    private @Nullable Place reached;

    NewsBell(@DataSource("runtime") javax.sql.DataSource database, FollowingConfig config) {
        this.database = database;
        this.looking = new Background("news-bell", config.lookAgain(), this::look);
    }

    void start(@Observes StartupEvent event) {
        looking.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        rings.onComplete();
        looking.stop();
    }

    /** One ring when there may be news of this sender; rings that are not heard in time are one. */
    Multi<String> of(String sender) {
        return rings.filter(sender::equals).onOverflow().dropPreviousItems();
    }

    private boolean look() throws SQLException {
        Place before = reached;
        reached = before == null ? last() : ringAfter(before);
        return false;
    }

    private Place last() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(LAST);
                ResultSet row = query.executeQuery()) {
            row.next();
            return Place.before(row.getLong(1));
        }
    }

    private Place ringAfter(Place seen) throws SQLException {
        Place last = seen;
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(FRESH)) {
            query.setLong(1, seen.toldIn());
            query.setLong(2, seen.number());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rings.onNext(row.getString(1));
                    last = new Place(row.getLong(2), row.getLong(3));
                }
            }
        }
        return last;
    }
}
