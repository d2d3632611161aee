package io.consentry.filing.recallitems;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the whole history against a recall, in the order of item ids.
 *
 * <p>With codes it walks the index of codes, without them the worklist: in both a page costs what it finds, not what
 * there is.
 */
final class MatchingItems {

    private static final String WITH_CODES = """
            from (select item_id, array_agg(entry order by entry) entries from item_code
                where code = any (?) and item_id > ? group by item_id) found
            join worklist_item w using (item_id)""";

    private static final String WITHOUT_CODES =
            "from (select item_id, '{}'::integer[] entries from worklist_item where item_id > ?) found"
                    + " join worklist_item w using (item_id)";

    private static final String CONDITIONS = """

            where w.received_at < ? and w.received_at >= coalesce(?, '-infinity'::timestamptz)
            and (?::text is null or w.pharmacy = ?) and (?::text is null or w.service = ?)
            and (?::text is null or exists (
                select 1 from item_system s where s.item_id = w.item_id and s.system = ?))""";

    private static final String NEXT = " order by w.item_id limit ?";

    private MatchingItems() {}

    /** The next ones after an item. */
    static List<Match> after(Connection transaction, RecallCriteria criteria, String item, int atMost)
            throws SQLException {
        String question = "select w.item_id, w.practice, found.entries " + from(criteria) + CONDITIONS + NEXT;
        try (PreparedStatement ask = transaction.prepareStatement(question)) {
            ask.setInt(fill(ask, criteria, item), atMost);
            try (ResultSet row = ask.executeQuery()) {
                List<Match> matches = new ArrayList<>();
                while (row.next()) {
                    Array entries = row.getArray(3);
                    matches.add(new Match(row.getString(1), row.getString(2), List.of((Integer[]) entries.getArray())));
                }
                return matches;
            }
        }
    }

    static long count(Connection transaction, RecallCriteria criteria) throws SQLException {
        try (PreparedStatement ask = transaction.prepareStatement("select count(*) " + from(criteria) + CONDITIONS)) {
            fill(ask, criteria, "");
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static String from(RecallCriteria criteria) {
        return criteria.codes().isEmpty() ? WITHOUT_CODES : WITH_CODES;
    }

    /** Sets the parameters that both questions have; the place of the next one. */
    private static int fill(PreparedStatement ask, RecallCriteria criteria, String after) throws SQLException {
        int place = 1;
        if (!criteria.codes().isEmpty()) {
            ask.setArray(
                    place++,
                    ask.getConnection().createArrayOf("text", criteria.codes().toArray()));
        }
        ask.setString(place++, after);
        ask.setObject(place++, criteria.to().atOffset(ZoneOffset.UTC));
        ask.setObject(place++, criteria.from() == null ? null : criteria.from().atOffset(ZoneOffset.UTC));
        for (String wanted : new @Nullable String[] {criteria.pharmacy(), criteria.service(), criteria.system()}) {
            ask.setString(place++, wanted);
            ask.setString(place++, wanted);
        }
        return place;
    }

    /** An item that matches, and the numbers of its entries that do. */
    record Match(String itemId, String practice, List<Integer> entries) {}
}
