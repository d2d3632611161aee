package io.consentry.filing.indexcodes;

import io.consentry.consultation.Entry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Writes the codes of an item, and the system that made it, in the transaction of its content. */
@Singleton
public class CodeIndex {

    private static final String ADD_CODE =
            "insert into item_code (code, item_id, entry) values (?, ?, ?) on conflict do nothing";
    private static final String ADD_SYSTEM =
            "insert into item_system (system, item_id) values (?, ?) on conflict do nothing";

    CodeIndex() {}

    /** Makes the item findable by its codes and by its sender's system. */
    public void add(Connection transaction, String itemId, List<Entry> entries, Collection<String> systems)
            throws SQLException {
        try (PreparedStatement add = transaction.prepareStatement(ADD_CODE)) {
            for (int place = 0; place < entries.size(); place++) {
                for (String code : CodesOfEntries.of(entries.get(place))) {
                    add.setString(1, code);
                    add.setString(2, itemId);
                    add.setInt(3, place + 1);
                    add.addBatch();
                }
            }
            add.executeBatch();
        }
        try (PreparedStatement add = transaction.prepareStatement(ADD_SYSTEM)) {
            for (String system : systems) {
                add.setString(1, system);
                add.setString(2, itemId);
                add.addBatch();
            }
            add.executeBatch();
        }
    }
}
