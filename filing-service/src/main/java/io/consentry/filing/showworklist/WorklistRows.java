package io.consentry.filing.showworklist;

import io.consentry.database.TenantTransactions;
import io.consentry.filing.keepcontent.Part;
import io.consentry.filing.keepcontent.SealedPart;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads rows of the worklist by the hashes they are findable under. */
@Singleton
public class WorklistRows {

    private static final int MOST = 200;

    /** Reads what the practice's items are found by, the newest first: some hundred kilobytes for thousands of them. */
    private static final String FOUND = "select item_id from item_search where practice = ?1 and ?2 = any (terms)"
            + " and ?3 = any (terms) order by item_id desc limit " + MOST;

    private static final String ROWS = """
        select w, c from WorklistItem w
        left join SealedPart c on c.id.itemId = w.itemId and c.id.part = :part
        where w.practice = :practice and w.itemId in (:ids)
        order by w.receivedAt desc, w.itemId desc\
        """;

    private final TenantTransactions transactions;
    private final WorklistQuery worklist;

    WorklistRows(TenantTransactions transactions, WorklistQuery worklist) {
        this.transactions = transactions;
        this.worklist = worklist;
    }

    /**
     * The practice's items that have all of these, the newest first.
     *
     * @param hashes one or two
     */
    public Uni<WorklistPage> withAll(String practice, List<Long> hashes) {
        return transactions
                .as(practice, session -> ids(session, practice, hashes).chain(ids -> rows(session, practice, ids)))
                .map(rows -> rows.stream()
                        .map(row -> new WorklistLine((WorklistItem) row[0], (SealedPart) row[1]))
                        .toList())
                .chain(lines -> worklist.opened(practice, lines));
    }

    private static Uni<List<String>> ids(Mutiny.StatelessSession session, String practice, List<Long> hashes) {
        return session.createNativeQuery(FOUND, String.class)
                .setParameter(1, practice)
                .setParameter(2, hashes.get(0))
                .setParameter(3, hashes.get(hashes.size() - 1))
                .getResultList();
    }

    private static Uni<List<Object[]>> rows(Mutiny.StatelessSession session, String practice, List<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createSelectionQuery(ROWS, Object[].class)
                .setParameter("part", Part.SUMMARY)
                .setParameter("practice", practice)
                .setParameter("ids", ids)
                .setMaxResults(MOST)
                .getResultList();
    }
}
