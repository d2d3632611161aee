package io.consentry.filing.exportfiled;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Appends to practices' feeds in the transaction in which a filing becomes final or is retracted. */
public final class FiledFeed {

    /**
     * One writer a practice at a time, until it commits: so positions are gapless in the order of commits. Whoever writes
     * to several takes them in order, lest two writers wait for each other.
     */
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('filed-feed/' || practice, 0))
            from (select distinct practice from unnest(?) as given (practice) order by practice) as ordered""";

    private static final String APPEND = """
            with given as materialized (
                select * from unnest(?, ?, ?, ?) with ordinality as given (practice, item_id, filed_at, with_changes, place)
            ), last as materialized (
                select practice, (select max(f.position) from filed_feed f where f.practice = feed.practice) as position
                from (select distinct practice from given) feed
            )
            insert into filed_feed (practice, position, item_id, what, filed_at, with_changes)
            select practice, coalesce(last.position, 0) + row_number() over (partition by practice order by place),
                item_id, ?, filed_at, with_changes
            from given join last using (practice)""";

    private FiledFeed() {}

    /** Items that were filed, and whose filing can no longer be undone. */
    public static void filed(Connection transaction, List<FinalFiling> filings) throws SQLException {
        append(transaction, FiledEntry.FILED, filings);
    }

    /** What an earlier entry says was filed is to be taken out of the record again. */
    public static void retracted(Connection transaction, String practice, String itemId, Instant at)
            throws SQLException {
        append(transaction, FiledEntry.RETRACTED, List.of(new FinalFiling(practice, itemId, at, false)));
    }

    private static void append(Connection transaction, String what, List<FinalFiling> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        Array practices = column(transaction, "text", entries, FinalFiling::practice);
        try (PreparedStatement lock = transaction.prepareStatement(LOCK)) {
            lock.setArray(1, practices);
            lock.execute();
        }
        try (PreparedStatement append = transaction.prepareStatement(APPEND)) {
            append.setArray(1, practices);
            append.setArray(2, column(transaction, "text", entries, FinalFiling::itemId));
            append.setArray(3, column(transaction, "timestamptz", entries, FinalFiling::filedAt));
            append.setArray(4, column(transaction, "boolean", entries, FinalFiling::withChanges));
            append.setString(5, what);
            append.executeUpdate();
        }
    }

    private static Array column(
            Connection transaction, String type, List<FinalFiling> entries, Function<FinalFiling, Object> value)
            throws SQLException {
        return transaction.createArrayOf(type, entries.stream().map(value).toArray());
    }
}
