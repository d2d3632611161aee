package io.consentry.ingest.recordoutcome;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Moves messages and adds to their timelines: one statement, however many they are. */
final class OutcomeTable {

    /** Once taken back, the same document may come again. */
    private static final String RECORD = """
            with outcome as (
                select * from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[])
                with ordinality as outcome (id, practice, status, at, by_whom, reason, place)
            ), moved as (
                update message m set status = outcome.status,
                    document = case when outcome.status = 'withdrawn' then null else m.document end
                from outcome
                where m.id = outcome.id and m.practice = outcome.practice and m.status <> outcome.status
                returning m.id, m.sender
            )
            insert into timeline_entry (message_id, sender, practice, status, at, by_whom, reason)
            select id, sender, practice, status, at, by_whom, reason from moved join outcome using (id) order by place
            returning message_id""";

    private OutcomeTable() {}

    /**
     * Records each outcome; one that its message has already changes nothing.
     *
     * @param outcomes of different messages
     * @return the messages to which it was news
     */
    static Set<UUID> record(Connection transaction, List<Outcome> outcomes) throws SQLException {
        Set<UUID> news = new HashSet<>();
        if (outcomes.isEmpty()) {
            return news;
        }
        try (PreparedStatement statement = transaction.prepareStatement(RECORD)) {
            set(statement, 1, "uuid", outcomes, Outcome::message);
            set(statement, 2, "text", outcomes, Outcome::practice);
            set(statement, 3, "text", outcomes, outcome -> outcome.status().word());
            set(statement, 4, "timestamptz", outcomes, Outcome::at);
            set(statement, 5, "text", outcomes, Outcome::byWhom);
            set(statement, 6, "text", outcomes, Outcome::reason);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    news.add(row.getObject(1, UUID.class));
                }
            }
        }
        return news;
    }

    private static void set(
            PreparedStatement statement,
            int place,
            String type,
            List<Outcome> outcomes,
            Function<Outcome, @Nullable Object> value)
            throws SQLException {
        Object[] values = outcomes.stream().map(value).toArray();
        statement.setArray(place, statement.getConnection().createArrayOf(type, values));
    }
}
