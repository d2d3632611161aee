package io.consentry.consent.provelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Rule: whatever is signed begins with what was signed before. Whoever owns the database can change the past there and take
 * away what was signed of it, but is not given a signature for what he made of it.
 *
 * <p>A note tells by itself whether it is this key's, since Ed25519 signs the same text the same way each time.
 */
final class TheSignedPastStays {

    private static final String LAST = "select c.note from checkpoint c where c.size = ?"
            + " and c.size >= (select signs_from from log_key order by number desc limit 1)";

    /** The largest log that this replica knows to be signed, and its root: nobody can change them but by ending it. */
    private long signed = -1;

    private byte[] rootOfSigned = {};

    /**
     * Refuses to go on from a tree that is not the one that was signed.
     *
     * @param size of the tree that was signed last, as the database has it
     */
    void check(Connection connection, SignedNote signer, long size) throws SQLException {
        if (size < signed) {
            throw new IllegalStateException(
                    "A log of " + signed + " events was signed, and the database knows of " + size + " only");
        }
        if (signed >= 0 && !Arrays.equals(rootOfSigned, root(connection, signed))) {
            throw rewritten(signed);
        }
        try (PreparedStatement query = connection.prepareStatement(LAST)) {
            query.setLong(1, size);
            try (ResultSet last = query.executeQuery()) {
                if (last.next() && !last.getString(1).equals(signer.checkpoint(size, rootOf(connection, size)))) {
                    throw rewritten(size);
                }
            }
        }
    }

    /** What was found unchanged just now is not worked out again. */
    private byte[] rootOf(Connection connection, long size) {
        return size == signed ? rootOfSigned : root(connection, size);
    }

    private static IllegalStateException rewritten(long size) {
        return new IllegalStateException(
                "The first " + size + " events are not those that were signed: they were rewritten");
    }

    private static byte[] root(Connection connection, long size) {
        return new MerkleTree(new StoredSubtrees(connection)).root(size);
    }

    /** Remembers what was signed, for as long as this replica runs. */
    void remember(Connection connection, long size) {
        if (size > signed) {
            rootOfSigned = root(connection, size);
            signed = size;
        }
    }
}
