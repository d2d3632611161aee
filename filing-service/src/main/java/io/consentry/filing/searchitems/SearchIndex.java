package io.consentry.filing.searchitems;

import io.consentry.encryption.KeyedHash;
import io.consentry.filing.keepcontent.KeptContent.Received;
import io.consentry.filing.searchitems.SearchTerms.Term;
import io.consentry.filing.writerows.ManyRows;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The hashes by which items are found, written with the content and erased with it. */
@Singleton
public class SearchIndex {

    private static final ManyRows<Findable> ROWS = ManyRows.<Findable>of("item_search")
            .column("practice", "text", Findable::practice)
            .column("kind", "text", row -> row.term().kind())
            .column("hash", "bytea", Findable::hash)
            .column("item_id", "text", Findable::itemId)
            .onConflict("do nothing");

    private final KeyedHash hashes;

    SearchIndex(KeyedHash hashes) {
        this.hashes = hashes;
    }

    /** Makes the items findable, in the transaction of their content. */
    public void add(Connection transaction, List<Received> received) throws SQLException {
        ROWS.insert(
                transaction,
                received.stream()
                        .flatMap(item -> SearchTerms.of(item.consultation().patient()).stream()
                                .map(term -> new Findable(item, term, hash(item.practice(), term))))
                        .toList());
    }

    /** Under a key for each kind, and apart for each practice: equal patients of two practices look different. */
    byte[] hash(String practice, Term term) {
        return hashes.of("search/" + term.kind(), practice, term.bytes());
    }

    /** A term of one item's patient. */
    private record Findable(Received item, Term term, byte[] hash) {

        String practice() {
            return item.practice();
        }

        String itemId() {
            return item.itemId();
        }
    }
}
