package io.consentry.filing.receiveitem;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which messages became items before. Asked of the events themselves, since content may have been erased. */
@Singleton
class KnownItems {

    private static final String KNOWN =
            "select stream_id from stored_event where stream_sequence = 0 and stream_id = any (?)";

    Set<String> among(Connection transaction, Collection<String> messageIds) throws SQLException {
        try (PreparedStatement ask = transaction.prepareStatement(KNOWN)) {
            ask.setArray(1, transaction.createArrayOf("text", messageIds.toArray()));
            try (ResultSet row = ask.executeQuery()) {
                Set<String> known = new HashSet<>();
                while (row.next()) {
                    known.add(row.getString(1));
                }
                return known;
            }
        }
    }
}
