package io.consentry.consent.provelog;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes new events into the tree and signs its head. One replica at a time; whoever comes second finds nothing to do.
 *
 * <p>Positions are gapless in commit order, so the events up to the highest that is visible are all there are.
 */
@ApplicationScoped
class Integrator {

    /** Leaves a transaction takes in at most. */
    private static final long MOST = 20_000;

    /** A level of the tree in one statement. */
    private static final String NODES = "insert into merkle_node (level, place, hash)"
            + " select ?, ? + n.place - 1, n.hash from unnest(?::bytea[]) with ordinality as n(hash, place)";

    private static final String SIGNED = "insert into checkpoint (size, root_hash, note) values (?, ?, ?)";

    private final AgroalDataSource dataSource;
    private final LogKey key;
    private final TheSignedPastStays past = new TheSignedPastStays();

    Integrator(@DataSource("runtime") AgroalDataSource dataSource, LogKey key) {
        this.dataSource = dataSource;
        this.key = key;
    }

    /** Takes in all events that there are; gives the size of the signed tree. Blocks. */
    long integrate() throws SQLException {
        SignedNote signer = key.signer();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long size = SigningTurn.lastSize(connection);
                while (size < head(connection) && step(connection, signer)) {
                    connection.commit();
                    size = SigningTurn.lastSize(connection);
                }
                connection.commit();
                past.remember(connection, size);
                return size;
            } finally {
                // Whatever it ended by: what a pool takes back uncommitted, it may commit.
                connection.rollback();
            }
        }
    }

    /** Gives whether it is for this replica to go on: not once another key has taken over. */
    private boolean step(Connection connection, SignedNote signer) throws SQLException {
        SigningTurn.take(connection);
        if (!KeysOfTheLog.signsNow(connection, signer)) {
            return false;
        }
        long before = SigningTurn.lastSize(connection);
        long after = Math.min(head(connection), Math.max(before, 0) + MOST);
        if (after > before) {
            past.check(connection, signer, before);
            addNodes(connection, Math.max(before, 0), after);
            byte[] root = new MerkleTree(new StoredSubtrees(connection)).root(after);
            try (PreparedStatement insert = connection.prepareStatement(SIGNED)) {
                insert.setLong(1, after);
                insert.setBytes(2, root);
                insert.setString(3, signer.checkpoint(after, root));
                insert.executeUpdate();
            }
        }
        return true;
    }

    private static void addNodes(Connection connection, long from, long to) throws SQLException {
        StoredSubtrees stored = new StoredSubtrees(connection);
        List<byte[]> children = leaves(connection, from, to);
        long firstChild = from;
        try (PreparedStatement insert = connection.prepareStatement(NODES)) {
            for (int level = 1; to >> level > 0; level++) {
                List<byte[]> nodes = new ArrayList<>();
                for (long place = from >> level; place < to >> level; place++) {
                    byte[] left = 2 * place < firstChild
                            ? stored.hash(level - 1, 2 * place)
                            : children.get((int) (2 * place - firstChild));
                    nodes.add(MerkleTree.parent(left, children.get((int) (2 * place + 1 - firstChild))));
                }
                insert.setInt(1, level);
                insert.setLong(2, from >> level);
                insert.setArray(3, connection.createArrayOf("bytea", nodes.toArray(byte[][]::new)));
                insert.executeUpdate();
                children = nodes;
                firstChild = from >> level;
            }
        }
    }

    private static List<byte[]> leaves(Connection connection, long from, long to) throws SQLException {
        List<byte[]> leaves = new ArrayList<>((int) (to - from));
        try (PreparedStatement query = connection.prepareStatement(
                "select leaf_hash from consent_event where position > ? and position <= ? order by position")) {
            query.setLong(1, from);
            query.setLong(2, to);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    leaves.add(rows.getBytes(1));
                }
            }
        }
        if (leaves.size() != to - from) {
            throw new IllegalStateException("The log has a gap between " + from + " and " + to);
        }
        return leaves;
    }

    private static long head(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(position), 0) from consent_event")) {
            row.next();
            return row.getLong(1);
        }
    }
}
