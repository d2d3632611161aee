package io.consentry.filing.recallitems;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Items that are in the event store and that no table shows yet: their event was put aside, or the tables are behind.
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
                select aggregate_id item_id from dead_letter
                where processor = 'views' and event_name = 'ItemReceived'
                union all
                select stream_id from stored_event, shown where event_name = 'ItemReceived' and position > up_to
                union all
                select stream_id from stored_event, shown where event_name = 'ItemReceived' and position = any (gaps))
            select exists (select 1 from received r
                where not exists (select 1 from worklist_item w where w.item_id = r.item_id))""";

    private ItemsNotShown() {}

    static boolean any(Connection transaction) throws SQLException {
        try (PreparedStatement ask = transaction.prepareStatement(ANY);
                ResultSet row = ask.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
