package io.consentry.filing.recallitems;

import io.consentry.events.MessageAccepted;
import io.consentry.eventstore.CommandAnswer;
import io.consentry.eventstore.EventSourcing;
import io.consentry.filing.item.RecallItem;
import io.consentry.filing.telltime.Timestamps;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Holds items that only now come here against every recall, finished ones too: a message that was held, parked or late was
 * received before it was recalled, and looking for it had ended. One received after a recall matches none.
 */
@Singleton
public class RecallLateItems {

    private static final String MATCHING = """
            select r.recall_id, r.opened_by, came.item_id, came.practice, found.entries
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                as came (item_id, practice, pharmacy, service, received_at)
            cross join recall r
            cross join lateral (
                select coalesce(array_agg(c.entry order by c.entry), '{}') entries
                from item_code c where c.item_id = came.item_id and c.code = any (r.codes)) found
            where\s""" + MeantByRecall.CONDITION + " order by r.recall_id";

    private static final String FOUND_ONE_MORE = "update recall set recalled = recalled + ? where recall_id = ?";

    private final EventSourcing events;
    private final Timestamps time;

    RecallLateItems(EventSourcing events, Timestamps time) {
        this.events = events;
        this.time = time;
    }

    /** Flags those that a recall means, in the transaction that makes them items. Their codes must be in it already. */
    public void flag(Connection transaction, Collection<MessageAccepted> came) throws SQLException {
        Map<String, List<RecallItem>> byRecall = matching(transaction, came);
        for (Map.Entry<String, List<RecallItem>> recall : byRecall.entrySet()) {
            long news = events.<Boolean>sendTogether(recall.getValue()).stream()
                    .filter(CommandAnswer::get)
                    .count();
            try (PreparedStatement update = transaction.prepareStatement(FOUND_ONE_MORE)) {
                update.setLong(1, news);
                update.setString(2, recall.getKey());
                update.executeUpdate();
            }
        }
    }

    private Map<String, List<RecallItem>> matching(Connection transaction, Collection<MessageAccepted> came)
            throws SQLException {
        Instant now = time.now();
        Map<String, List<RecallItem>> byRecall = new TreeMap<>();
        try (PreparedStatement ask = transaction.prepareStatement(MATCHING)) {
            ask.setArray(1, texts(transaction, came, MessageAccepted::messageId));
            ask.setArray(2, texts(transaction, came, MessageAccepted::practice));
            ask.setArray(3, texts(transaction, came, MessageAccepted::pharmacy));
            ask.setArray(4, texts(transaction, came, MessageAccepted::service));
            ask.setArray(
                    5,
                    transaction.createArrayOf(
                            "timestamptz",
                            came.stream()
                                    .map(message -> message.at().atOffset(ZoneOffset.UTC))
                                    .toArray()));
            try (ResultSet row = ask.executeQuery()) {
                while (row.next()) {
                    byRecall.computeIfAbsent(row.getString(1), recall -> new ArrayList<>())
                            .add(command(row, now));
                }
            }
        }
        return byRecall;
    }

    private static RecallItem command(ResultSet row, Instant now) throws SQLException {
        return new RecallItem(
                row.getString(3),
                row.getString(4),
                row.getString(1),
                List.of((Integer[]) row.getArray(5).getArray()),
                OpenRecalls.openedBy(row),
                now);
    }

    private static Array texts(
            Connection transaction, Collection<MessageAccepted> came, Function<MessageAccepted, String> text)
            throws SQLException {
        return transaction.createArrayOf("text", came.stream().map(text).toArray());
    }
}
