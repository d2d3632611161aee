package io.consentry.consent.provelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Complete subtrees as the database keeps them. Good for one connection, while it is open. */
final class StoredSubtrees implements MerkleTree.CompleteSubtrees {

    private static final String LEAF = "select leaf_hash from consent_event where position = ?";
    private static final String NODE = "select hash from merkle_node where level = ? and place = ?";

    private final Connection connection;

    StoredSubtrees(Connection connection) {
        this.connection = connection;
    }

    @Override
    public byte[] hash(int level, long place) {
        try (PreparedStatement query = connection.prepareStatement(level == 0 ? LEAF : NODE)) {
            if (level == 0) {
                query.setLong(1, place + 1);
            } else {
                query.setInt(1, level);
                query.setLong(2, place);
            }
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    return row.getBytes(1);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The tree cannot be read", e);
        }
        throw new IllegalStateException("The tree has no node " + place + " at level " + level);
    }
}
