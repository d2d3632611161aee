package io.consentry.consent.provelog;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The key that signs the head of the log: the deployment's, or in a sandbox one that the database keeps. */
@ApplicationScoped
class LogKey {

    private final LogConfig config;
    private final AgroalDataSource dataSource;
    private volatile @Nullable SignedNote signer;

    LogKey(LogConfig config, @DataSource("runtime") AgroalDataSource dataSource) {
        this.config = config;
        this.dataSource = dataSource;
    }

    /**
     * The signer, known to the log. Blocks the first time.
     *
     * @throws IllegalStateException when no key is configured and this is no sandbox, or when the log has another key
     *     that did not endorse this one
     */
    SignedNote signer() {
        SignedNote known = signer;
        if (known == null) {
            known = new SignedNote(config.origin(), seed());
            try (Connection connection = dataSource.getConnection()) {
                KeysOfTheLog.adopt(connection, known, previous());
            } catch (SQLException e) {
                throw new IllegalStateException("The log's keys cannot be read", e);
            }
            signer = known;
        }
        return known;
    }

    private Optional<SignedNote> previous() {
        return config.previousKey().map(key -> new SignedNote(config.origin(), seedOf(key)));
    }

    private byte[] seed() {
        if (config.signingKey().isPresent()) {
            return seedOf(config.signingKey().get());
        }
        if (!config.sandboxKey()) {
            throw new IllegalStateException("consent.log.signing-key is not set");
        }
        try (Connection connection = dataSource.getConnection()) {
            return keptIn(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The sandbox's key cannot be read", e);
        }
    }

    /** The seed is the end of a PKCS#8 Ed25519 key (RFC 8410). */
    private static byte[] seedOf(String key) {
        byte[] encoded = Base64.getDecoder().decode(key);
        return Arrays.copyOfRange(encoded, encoded.length - SignedNote.KEY_BYTES, encoded.length);
    }

    private static byte[] keptIn(Connection connection) throws SQLException {
        byte[] seed = new byte[SignedNote.KEY_BYTES];
        new SecureRandom().nextBytes(seed);
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into sandbox_log_key (seed) values (?) on conflict do nothing");
                PreparedStatement query = connection.prepareStatement("select seed from sandbox_log_key")) {
            insert.setBytes(1, seed);
            insert.executeUpdate();
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }
}
