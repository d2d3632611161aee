package io.consentry.consent.provelog;

import io.agroal.api.AgroalDataSource;
import io.consentry.web.problem.ProblemType;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

    /** The hashes from the event's leaf to the root, nearest first, in hex. */
    public List<String> inclusion(long position, long size) {
        return prove(tree -> tree.inclusion(position - 1, size));
    }

    List<String> consistency(long from, long to) {
        return prove(tree -> tree.consistency(from, to));
    }

    String leafHash(long position) {
        try (Connection connection = dataSource.getConnection()) {
            return HEX.formatHex(new StoredSubtrees(connection).hash(0, position - 1));
        } catch (SQLException e) {
            throw new IllegalStateException("The log cannot be read", e);
        }
    }

    private List<String> prove(Function<MerkleTree, List<byte[]>> question) {
        try (Connection connection = dataSource.getConnection()) {
            return question.apply(new MerkleTree(new StoredSubtrees(connection))).stream()
                    .map(HEX::formatHex)
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException("The tree cannot be read", e);
        }
    }

    private Optional<Checkpoint> read(String sql, long size) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            if (sql.contains("?")) {
                query.setLong(1, size);
            }
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(new Checkpoint(row.getLong(1), row.getString(2))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Checkpoints cannot be read", e);
        }
    }

    /**
     * The signed head of a tree.
     *
     * @param note as it is published, byte for byte
     */
    public record Checkpoint(long size, String note) {}
}
