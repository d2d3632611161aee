package io.consentry.filing.showitem;

import io.consentry.database.TenantTransactions;
import io.consentry.filing.item.Actor;
import io.consentry.filing.showworklist.WorklistItem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who looked at which item, and when: written before anything is shown. */
@Singleton
public class Openings {

    private static final String ADD =
            "insert into item_opening (item_id, practice, opened_by, opened_name, what, version)"
                    + " values (?1, ?2, ?3, ?4, ?5, ?6)";
    private static final String OF_ITEM = "select opened_by, opened_name, what, version,"
            + " to_char(opened_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from item_opening"
            + " where item_id = ?1 order by opened_at desc limit 500";

    private static final String OPENED_BY =
            "select count(*) from item_opening where item_id = ?1 and opened_by = ?2 and what = 'item'";

    private final TenantTransactions transactions;

    Openings(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    /** Records that this person looks at the item now. */
    public Uni<Void> record(WorklistItem item, Actor by, ItemOpening what) {
        return transactions.as(item.practice(), session -> add(session, item, by, what));
    }

    /** Whether this person has looked at the item itself before, with its content and its flags. */
    public Uni<Boolean> hasOpened(WorklistItem item, Actor by) {
        return transactions
                .as(item.practice(), session -> session.createNativeQuery(OPENED_BY, Long.class)
                        .setParameter(1, item.itemId())
                        .setParameter(2, by.id())
                        .getSingleResult())
                .map(openings -> openings > 0);
    }

    /** The latest openings of an item, newest first. */
    Uni<List<Opened>> of(String practice, String itemId) {
        return transactions
                .as(practice, session -> session.createNativeQuery(OF_ITEM, Object[].class)
                        .setParameter(1, itemId)
                        .getResultList())
                .map(rows -> rows.stream().map(Openings::opened).toList());
    }

    private static Uni<Void> add(Mutiny.StatelessSession session, WorklistItem item, Actor by, ItemOpening what) {
        return session.createNativeQuery(ADD)
                .setParameter(1, item.itemId())
                .setParameter(2, item.practice())
                .setParameter(3, by.id())
                .setParameter(4, by.name())
                .setParameter(5, what.word())
                .setParameter(6, item.version())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Opened opened(Object[] row) {
        return new Opened(
                new ItemHistory.Person((String) row[0], (String) row[1], null),
                (String) row[2],
                ((Number) row[3]).longValue(),
                Instant.parse((String) row[4]));
    }
}
