package io.consentry.consent.recordattempt;

import io.consentry.consent.events.Actor;
import io.consentry.consent.events.Decision;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The minute that an attempt opens: further ones of the same actor at the same switch in the same direction are counted
 * in its row, and are not events of their own.
 */
final class AttemptWindows {

    private static final String OPEN = "insert into attempt_window (practice, service, decision, actor_ods, actor_id,"
            + " actor_role, actor_name, reason, act, opened_at, folded)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp(), 0)"
            + " on conflict (act, practice, service, decision, actor_ods, actor_id)"
            + " do update set folded = attempt_window.folded + 1 returning folded";

    /** Those whose minute is over, oldest first; other replicas take others. */
    private static final String CLOSE = "delete from attempt_window where ctid in (select ctid from attempt_window"
            + " where opened_at <= clock_timestamp() - ? * interval '1 second' order by opened_at limit 100"
            + " for update skip locked) returning practice, service, decision, reason, act, actor_id, actor_role,"
            + " actor_ods, actor_name, folded";

    private AttemptWindows() {}

    /** Opens a window; false when one was open and the attempt was counted in it. */
    static boolean open(Connection transaction, Attempt attempt) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(OPEN)) {
            insert.setString(1, orEmpty(attempt.practice()));
            insert.setString(2, orEmpty(attempt.service()));
            insert.setString(
                    3, attempt.decision() == null ? "" : attempt.decision().word());
            insert.setString(4, attempt.actor().ods());
            insert.setString(5, attempt.actor().id());
            insert.setString(6, attempt.actor().role());
            insert.setString(7, attempt.name());
            insert.setString(8, attempt.reason());
            insert.setString(9, attempt.act());
            try (ResultSet row = insert.executeQuery()) {
                return row.next() && row.getInt(1) == 0;
            }
        }
    }

    /** Closes windows older than this and gives those in which something was counted. */
    static List<Closed> close(Connection transaction, long olderThanSeconds) throws SQLException {
        List<Closed> closed = new ArrayList<>();
        try (PreparedStatement delete = transaction.prepareStatement(CLOSE)) {
            delete.setLong(1, olderThanSeconds);
            try (ResultSet row = delete.executeQuery()) {
                while (row.next()) {
                    if (row.getInt("folded") > 0) {
                        closed.add(new Closed(read(row), row.getInt("folded")));
                    }
                }
            }
        }
        return closed;
    }

    private static Attempt read(ResultSet row) throws SQLException {
        Optional<Decision> decision = Decision.ofWord(row.getString("decision"));
        return new Attempt(
                row.getString("act"),
                orNull(row.getString("practice")),
                orNull(row.getString("service")),
                decision.orElse(null),
                row.getString("reason"),
                new Actor(row.getString("actor_id"), row.getString("actor_role"), row.getString("actor_ods")),
                row.getString("actor_name"));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What a window held when its minute was over. */
    record Closed(Attempt attempt, int folded) {}
}
