package io.consentry.filing.searchitems;

import io.consentry.encryption.KeyedHash;
import io.consentry.filing.keepcontent.KeptContent.Received;
import io.consentry.filing.searchitems.SearchTerms.Term;
import io.consentry.filing.writerows.ManyRows;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The hashes by which items are found, written with the content and erased with it. */
@Singleton
public class SearchIndex {

    private static final ManyRows<Findable> ROWS = ManyRows.<Findable>of("item_search")
            .column("practice", "text", Findable::practice)
            .column("item_id", "text", Findable::itemId)
            .column("terms", "bigint[]", findable -> ManyRows.numbers(findable.hashes()))
            .onConflict("do nothing");

    private final KeyedHash hashes;

    SearchIndex(KeyedHash hashes) {
        this.hashes = hashes;
    }

    /** Makes the items findable, in the transaction of their content. */
    public void add(Connection transaction, List<Received> received) throws SQLException {
        ROWS.insert(transaction, received.stream().map(this::findable).toList());
    }

    private Findable findable(Received item) {
        return new Findable(
                item.practice(),
                item.itemId(),
                SearchTerms.of(item.consultation().patient()).stream()
                        .map(term -> hash(item.practice(), term))
                        .toList());
    }

    /**
     * Under a key for each kind, and apart for each practice: equal patients of two practices look different. 64 bits: that
     * another patient's are the same is out of the question, and would show a line too many.
     */
    long hash(String practice, Term term) {
        return ByteBuffer.wrap(hashes.of("search/" + term.kind(), practice, term.bytes()))
                .getLong();
    }

    /** An item and what it is found by. */
    private record Findable(String practice, String itemId, List<Long> hashes) {}
}
