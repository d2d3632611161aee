package io.consentry.filing.searchitems;

import io.consentry.consultation.Patient;
import io.consentry.encryption.KeyedHash;
import io.consentry.filing.searchitems.SearchTerms.Term;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The hashes by which items are found, written with the content and erased with it. */
@Singleton
public class SearchIndex {

    private static final String INSERT =
            "insert into item_search (practice, kind, hash, item_id) values (?, ?, ?, ?)" + " on conflict do nothing";

    private final KeyedHash hashes;

    SearchIndex(KeyedHash hashes) {
        this.hashes = hashes;
    }

    /** Makes the item findable, in the transaction of its content. */
    public void add(Connection transaction, String practice, String itemId, Patient patient) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            for (Term term : SearchTerms.of(patient)) {
                insert.setString(1, practice);
                insert.setString(2, term.kind());
                insert.setBytes(3, hash(practice, term));
                insert.setString(4, itemId);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Under a key for each kind, and apart for each practice: equal patients of two practices look different. */
    byte[] hash(String practice, Term term) {
        return hashes.of("search/" + term.kind(), practice, term.bytes());
    }
}
