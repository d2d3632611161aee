package io.consentry.consent.provelog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The subtrees that many proofs need, read together: while nothing is read, each question is noted and answered with
 * nothing of use; the same questions asked again get the hashes.
 */
final class GatheredSubtrees implements MerkleTree.CompleteSubtrees {

    private static final String LEAVES = "select 0, position - 1, leaf_hash from consent_event where position = any(?)";

    private static final String NODES = "select n.level, n.place, n.hash from merkle_node n"
            + " join unnest(?::int[], ?::bigint[]) as asked(level, place) using (level, place)";

    private final Map<Place, byte[]> hashes = new HashMap<>();
    private boolean read;

    @Override
    public byte[] hash(int level, long place) {
        if (!read) {
            hashes.put(new Place(level, place), new byte[0]);
            return new byte[0];
        }
        byte[] hash = hashes.get(new Place(level, place));
        if (hash == null || hash.length == 0) {
            throw new IllegalStateException("The tree has no node " + place + " at level " + level);
        }
        return hash;
    }

    /** Reads all that was asked for. */
    void read(Connection connection) throws SQLException {
        Place[] leaves = hashes.keySet().stream().filter(Place::isLeaf).toArray(Place[]::new);
        Place[] nodes =
                hashes.keySet().stream().filter(place -> !place.isLeaf()).toArray(Place[]::new);
        try (PreparedStatement query = connection.prepareStatement(LEAVES)) {
            query.setArray(1, array(connection, "bigint", leaves, place -> place.place() + 1));
            take(query);
        }
        try (PreparedStatement query = connection.prepareStatement(NODES)) {
            query.setArray(1, array(connection, "int", nodes, Place::level));
            query.setArray(2, array(connection, "bigint", nodes, Place::place));
            take(query);
        }
        read = true;
    }

    private void take(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                hashes.put(new Place(rows.getInt(1), rows.getLong(2)), rows.getBytes(3));
            }
        }
    }

    private static Array array(Connection connection, String type, Place[] places, Function<Place, Object> member)
            throws SQLException {
        return connection.createArrayOf(type, Arrays.stream(places).map(member).toArray());
    }

    private record Place(int level, long place) {

        boolean isLeaf() {
            return level == 0;
        }
    }
}
