package io.consentry.consent.provelog;

import io.agroal.api.AgroalDataSource;
import io.consentry.web.problem.ProblemType;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads checkpoints and proofs. Blocks. */
@ApplicationScoped
public class ProvenLog {

    private static final HexFormat HEX = HexFormat.of();

    private final AgroalDataSource dataSource;
    private final LogKey key;

    ProvenLog(@DataSource("runtime") AgroalDataSource dataSource, LogKey key) {
        this.dataSource = dataSource;
        this.key = key;
    }

    /** The key that signs, as verifiers of signed notes take it. */
    public String verifierKey() {
        return key.signer().verifierKey();
    }

    /** What was signed last, or 503 in the first moments of a new log. */
    public Checkpoint latest() {
        return read("select size, note from checkpoint order by size desc limit 1", 0)
                .orElseThrow(() -> ProblemType.UNAVAILABLE.because("Nothing is signed yet. Try again in a second."));
    }

    /** What was signed of a tree of this size, if anything was. */
    Optional<Checkpoint> ofSize(long size) {
        return read("select size, note from checkpoint where size = ?", size);
    }

    /** Every key that ever signed, oldest first. */
    public List<Key> keys() {
        return ask(KeysOfTheLog::all);
    }

    /** What was signed of trees of more than {@code after} and up to {@code upTo} leaves, smallest first. */
    public List<Checkpoint> signedBetween(long after, long upTo) {
        return ask(connection -> {
            List<Checkpoint> checkpoints = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(
                    "select size, note from checkpoint where size > ? and size <= ? order by size")) {
                query.setLong(1, after);
                query.setLong(2, upTo);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        checkpoints.add(new Checkpoint(rows.getLong(1), rows.getString(2)));
                    }
                }
            }
            return checkpoints;
        });
    }

    /**
     * For each event the hashes from its leaf to the root, nearest first, in hex. A tree that all of them share is read
     * once, with two statements.
     */
    public List<List<String>> inclusions(List<Long> positions, long size) {
        return ask(connection -> {
            GatheredSubtrees gathered = new GatheredSubtrees();
            MerkleTree tree = new MerkleTree(gathered);
            positions.forEach(position -> tree.inclusion(position - 1, size));
            gathered.read(connection);
            return positions.stream()
                    .map(position -> inHex(tree.inclusion(position - 1, size)))
                    .toList();
        });
    }

    List<String> inclusion(long position, long size) {
        return inclusions(List.of(position), size).get(0);
    }

    List<String> consistency(long from, long to) {
        return ask(connection -> inHex(new MerkleTree(new StoredSubtrees(connection)).consistency(from, to)));
    }

    String leafHash(long position) {
        return ask(connection -> HEX.formatHex(new StoredSubtrees(connection).hash(0, position - 1)));
    }

    private static List<String> inHex(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }

    private <T> T ask(Question<T> question) {
        try (Connection connection = dataSource.getConnection()) {
            return question.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The log cannot be read", e);
        }
    }

    private Optional<Checkpoint> read(String sql, long size) {
        return ask(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                if (sql.contains("?")) {
                    query.setLong(1, size);
                }
                try (ResultSet row = query.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Checkpoint(row.getLong(1), row.getString(2)))
                            : Optional.empty();
                }
            }
        });
    }

    /**
     * The signed head of a tree.
     *
     * @param note as it is published, byte for byte
     */
    public record Checkpoint(long size, String note) {}

    /**
     * A key that signed, or signs.
     *
     * @param verifierKey as verifiers of signed notes take it
     * @param endorsement the note in which the key before names this one; absent for the first
     */
    public record Key(String verifierKey, @Nullable String endorsement) {}

    @FunctionalInterface
    private interface Question<T> {
        T of(Connection connection) throws SQLException;
    }
}
