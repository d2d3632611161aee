package io.consentry.consent.provelog;

import io.consentry.consent.provelog.ProvenLog.Key;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table of all keys that ever signed. A new key is named by the one before it, so that whoever pinned an old key can
 * follow to the newest; a key that nobody named is not taken.
 */
final class KeysOfTheLog {

    private static final String INSERT = "insert into log_key (number, verifier_key, signs_from, endorsement)"
            + " select coalesce(max(number), 0) + 1, ?, ?, ? from log_key";

    private KeysOfTheLog() {}

    /** All keys, oldest first. */
    static List<Key> all(Connection connection) throws SQLException {
        List<Key> keys = new ArrayList<>();
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("select verifier_key, endorsement from log_key order by number")) {
            while (rows.next()) {
                keys.add(new Key(rows.getString(1), rows.getString(2)));
            }
        }
        return keys;
    }

    /** Whether this is the key that signs now, and no other has taken over. */
    static boolean signsNow(Connection connection, SignedNote signer) throws SQLException {
        return newest(connection).equals(Optional.of(signer.verifierKey()));
    }

    /**
     * Makes the key the one that signs from now on.
     *
     * @param previous the key that signed until now, where this one is new
     * @throws IllegalStateException when the key cannot follow on those that are there
     */
    static void adopt(Connection connection, SignedNote signer, Optional<SignedNote> previous) throws SQLException {
        connection.setAutoCommit(false);
        try {
            SigningTurn.take(connection);
            Optional<String> newest = newest(connection);
            if (newest.isEmpty()) {
                insert(connection, signer.verifierKey(), 0, null);
            } else if (!newest.get().equals(signer.verifierKey())) {
                follow(connection, newest.get(), signer.verifierKey(), previous);
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void follow(Connection connection, String newest, String key, Optional<SignedNote> previous)
            throws SQLException {
        if (all(connection).stream().anyMatch(old -> old.verifierKey().equals(key))) {
            throw new IllegalStateException("consent.log.signing-key was replaced by another: " + newest);
        }
        SignedNote endorser = previous.filter(old -> old.verifierKey().equals(newest))
                .orElseThrow(() -> new IllegalStateException("consent.log.signing-key is new: give the key before it,"
                        + " " + newest + ", as consent.log.previous-key for this one start"));
        long signsFrom = SigningTurn.lastSize(connection) + 1;
        insert(connection, key, signsFrom, endorser.endorsement(key, signsFrom));
    }

    private static Optional<String> newest(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select verifier_key from log_key order by number desc limit 1")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    private static void insert(Connection connection, String key, long signsFrom, @Nullable String endorsement)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, key);
            insert.setLong(2, signsFrom);
            insert.setString(3, endorsement);
            insert.executeUpdate();
        }
    }
}
