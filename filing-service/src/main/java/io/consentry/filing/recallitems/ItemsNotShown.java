package io.consentry.filing.recallitems;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Items that a recall means, that are in the event store and that no table shows yet: their event was put aside, or the
 * tables are behind. What others wait for, or what was received after the recall, does not count: it may never end.
 *
 * <p>Only what comes after the tables' position is looked through, so that it costs what they are behind.
 */
final class ItemsNotShown {

    private static final String ANY = """
            with shown as (
                select coalesce(min((convert_from(token, 'UTF8')::json ->> 'index')::bigint), -1) up_to,
                    array(select json_array_elements_text(convert_from(t.token, 'UTF8')::json -> 'gaps')::bigint
                        from processor_token t where t.processor = 'views' and t.token is not null) gaps
                from processor_token where processor = 'views'),
            received as (
                select payload from dead_letter where processor = 'views' and event_name = 'ItemReceived'
                union all
                select payload from stored_event, shown where event_name = 'ItemReceived' and position > up_to
                union all
                select payload from stored_event, shown where event_name = 'ItemReceived' and position = any (gaps)),
            came as (
                select event ->> 'itemId' item_id, event ->> 'pharmacy' pharmacy, event ->> 'service' service,
                    (event ->> 'receivedAt')::timestamptz received_at
                from (select convert_from(payload, 'UTF8')::json event from received) told)
            select exists (select from came join recall r on r.recall_id = ?
                where not exists (select from worklist_item w where w.item_id = came.item_id) and\s""" + MeantByRecall.CONDITION + ")";

    private ItemsNotShown() {}

    static boolean any(Connection transaction, String recallId) throws SQLException {
        try (PreparedStatement ask = transaction.prepareStatement(ANY)) {
            ask.setString(1, recallId);
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
