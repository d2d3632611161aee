package io.consentry.filing.showworklist;

import io.consentry.database.TenantTransactions;
import io.consentry.filing.keepcontent.Part;
import io.consentry.filing.keepcontent.SealedPart;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads rows of the worklist by the hashes they are findable under. */
@Singleton
public class WorklistRows {

    private static final int MOST = 200;

    private static final String FOUND =
            "select item_id from item_search where practice = ?1 and kind = ?2 and hash = ?3"
                    + " order by item_id desc limit 1000";

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

    /** The practice's items that have all of these. */
    public Uni<WorklistPage> withAll(String practice, List<Hash> hashes) {
        return transactions
                .as(practice, session -> ids(session, practice, hashes).chain(ids -> rows(session, practice, ids)))
                .map(rows -> rows.stream()
                        .map(row -> new WorklistLine((WorklistItem) row[0], (SealedPart) row[1]))
                        .toList())
                .chain(lines -> worklist.opened(practice, lines));
    }

    private static Uni<Set<String>> ids(Mutiny.StatelessSession session, String practice, List<Hash> hashes) {
        Uni<Set<String>> found = ids(session, practice, hashes.get(0));
        for (Hash hash : hashes.subList(1, hashes.size())) {
            found = found.chain(before -> ids(session, practice, hash).invoke(also -> also.retainAll(before)));
        }
        return found;
    }

    private static Uni<Set<String>> ids(Mutiny.StatelessSession session, String practice, Hash hash) {
        return session.createNativeQuery(FOUND, String.class)
                .setParameter(1, practice)
                .setParameter(2, hash.kind())
                .setParameter(3, hash.value())
                .getResultList()
                .map(HashSet::new);
    }

    private static Uni<List<Object[]>> rows(Mutiny.StatelessSession session, String practice, Set<String> ids) {
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

    /** A keyed hash and what it is of. */
    public static final class Hash {

        private final String kind;
        private final byte[] value;

        public Hash(String kind, byte[] value) {
            this.kind = kind;
            this.value = value.clone();
        }

        String kind() {
            return kind;
        }

        byte[] value() {
            return value.clone();
        }
    }
}
