package io.consentry.filing.receiveitem;

import io.consentry.filing.item.ReplaceItem;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers which messages were replaced before they became items: one that is parked may come long after the newer one, and
 * must not wait beside it.
 */
@Singleton
class ReplacedBeforeTheyCame {

    private static final String REMEMBER = "insert into replaced_before_it_came (item_id, practice, newer_id, at)"
            + " values (?, ?, ?, ?) on conflict (item_id) do nothing";

    private static final String TAKE = "delete from replaced_before_it_came where item_id = any (?)"
            + " returning item_id, practice, newer_id, at";

    /** Through those that are parked, since a parked message has not replaced anything yet. */
    private static final String LINE = """
            with recursive line as (
                select ?::text as id
                union
                select p.data::json ->> 'replaces' from line l join parked_event p on p.feed = ? and p.subject = l.id
            )
            select id from line where id is not null""";

    ReplacedBeforeTheyCame() {}

    /** The message, and all that it would have replaced were it here. */
    List<String> lineOf(Connection transaction, String messageId) throws SQLException {
        try (PreparedStatement ask = transaction.prepareStatement(LINE)) {
            ask.setString(1, messageId);
            ask.setString(2, FollowIngest.FEED);
            try (ResultSet row = ask.executeQuery()) {
                List<String> line = new ArrayList<>();
                while (row.next()) {
                    line.add(row.getString(1));
                }
                return line;
            }
        }
    }

    /** Keeps what is to be done when the item comes. */
    void remember(Connection transaction, ReplaceItem replacement) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(REMEMBER)) {
            insert.setString(1, replacement.itemId());
            insert.setString(2, replacement.practice());
            insert.setString(3, replacement.replacedBy());
            insert.setObject(4, replacement.at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** What is to be done now that these items are here, by item. */
    Map<String, ReplaceItem> take(Connection transaction, Collection<String> itemIds) throws SQLException {
        if (itemIds.isEmpty()) {
            return Map.of();
        }
        try (PreparedStatement take = transaction.prepareStatement(TAKE)) {
            take.setArray(1, transaction.createArrayOf("text", itemIds.toArray()));
            try (ResultSet row = take.executeQuery()) {
                Map<String, ReplaceItem> replacements = new HashMap<>();
                while (row.next()) {
                    replacements.put(
                            row.getString(1),
                            new ReplaceItem(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getObject(4, OffsetDateTime.class).toInstant()));
                }
                return replacements;
            }
        }
    }
}
