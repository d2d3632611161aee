package io.consentry.ingest.followmessages;

import io.consentry.database.TenantTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads news in their order, as one sender. What a transaction that has not ended may still tell is left for later. */
@Singleton
class NewsOfASender {

    private static final int PAGE = 200;
    private static final String HORIZON = "cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)";
    private static final String NOW = "select " + HORIZON;
    private static final String AFTER = """
            select t.told_in, t.number, cast(t.message_id as text), m.identifier_value, m.practice, m.service, t.status,
                   to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), t.by_whom, t.reason
            from timeline_entry t join message m on m.id = t.message_id
            where t.sender = ?1 and (t.told_in, t.number) > (?2, ?3) and t.told_in < """ + HORIZON + """

            order by t.told_in, t.number limit ?4""";

    private final TenantTransactions transactions;

    NewsOfASender(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    /** The place from which on everything is news for whoever begins to listen now. */
    Uni<Place> now(String sender) {
        return transactions
                .as(sender, session -> session.createNativeQuery(NOW, Long.class)
                        .getSingleResult())
                .map(Place::before);
    }

    /** The next news after the place, none when there are none yet. */
    Uni<List<News.Placed>> after(String sender, Place place) {
        return transactions
                .as(sender, session -> session.createNativeQuery(AFTER, Object[].class)
                        .setParameter(1, sender)
                        .setParameter(2, place.toldIn())
                        .setParameter(3, place.number())
                        .setParameter(4, PAGE)
                        .getResultList())
                .map(rows -> rows.stream().map(NewsOfASender::placed).toList());
    }

    private static News.Placed placed(@Nullable Object[] row) {
        return new News.Placed(
                new Place(number(row[0]), number(row[1])),
                new News(
                        UUID.fromString(text(row[2])),
                        text(row[3]),
                        text(row[4]),
                        text(row[5]),
                        text(row[6]),
                        Instant.parse(text(row[7])),
                        (String) row[8],
                        (String) row[9]));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }
}
