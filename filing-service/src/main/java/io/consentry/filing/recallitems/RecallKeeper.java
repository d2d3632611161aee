package io.consentry.filing.recallitems;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Keeps {@code recall} in the transaction of the event: looking begins with it. */
@Singleton
@RegisterForReflection
public class RecallKeeper {

    private static final String OPENED = """
            insert into recall (recall_id, codes, pharmacy, system, service, received_from, received_to, reason,
                opened_by, opened_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String FINISHED = "update recall set finished_at = ? where recall_id = ?";

    RecallKeeper() {}

    @EventHandler
    void on(RecallOpened event, Connection transaction) throws SQLException {
        RecallCriteria criteria = event.criteria();
        try (PreparedStatement insert = transaction.prepareStatement(OPENED)) {
            insert.setString(1, event.recallId());
            insert.setArray(
                    2, transaction.createArrayOf("text", criteria.codes().toArray()));
            insert.setString(3, criteria.pharmacy());
            insert.setString(4, criteria.system());
            insert.setString(5, criteria.service());
            insert.setObject(6, inUtc(criteria.from()));
            insert.setObject(7, inUtc(criteria.to()));
            insert.setString(8, event.reason());
            insert.setString(9, event.by().id());
            insert.setObject(10, inUtc(event.at()));
            insert.executeUpdate();
        }
    }

    @EventHandler
    void on(RecallFinished event, Connection transaction) throws SQLException {
        try (PreparedStatement update = transaction.prepareStatement(FINISHED)) {
            update.setObject(1, inUtc(event.at()));
            update.setString(2, event.recallId());
            update.executeUpdate();
        }
    }

    private static @Nullable OffsetDateTime inUtc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
