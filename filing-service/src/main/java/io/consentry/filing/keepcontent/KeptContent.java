package io.consentry.filing.keepcontent;

import io.consentry.consultation.Consultation;
import io.consentry.encryption.Sealed;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes content into the transaction of the event it belongs to: both are there, or neither. */
@Singleton
public class KeptContent {

    private static final String INSERT =
            "insert into item_content (item_id, part, practice, key_id, sealed) values (?, ?, ?, ?, ?)";

    private final ContentVault vault;

    KeptContent(ContentVault vault) {
        this.vault = vault;
    }

    /** Keeps what the pharmacies told. */
    public void keep(Connection transaction, List<Received> received) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            for (Received item : received) {
                add(insert, item, Part.SUMMARY, ItemSummary.of(item.consultation()));
                add(insert, item, Part.CONSULTATION, item.consultation());
            }
            insert.executeBatch();
        }
    }

    /** Keeps what a person wrote. */
    public void keep(Connection transaction, String practice, String itemId, WrittenNote note) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            set(insert, new PartId(itemId, Part.note(note.id())), practice, vault.seal(practice, itemId, note));
            insert.executeUpdate();
        }
    }

    private void add(PreparedStatement insert, Received item, String part, Object content) throws SQLException {
        PartId place = new PartId(item.itemId(), part);
        set(insert, place, item.practice(), vault.seal(item.practice(), place, content));
        insert.addBatch();
    }

    private static void set(PreparedStatement insert, PartId place, String practice, Sealed sealed)
            throws SQLException {
        insert.setString(1, place.itemId());
        insert.setString(2, place.part());
        insert.setString(3, practice);
        insert.setLong(4, sealed.keyId());
        insert.setBytes(5, sealed.bytes());
    }

    /** A consultation and where it belongs. */
    public record Received(String itemId, String practice, Consultation consultation) {}
}
