package io.consentry.encryption;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Says whether two contents are equal, to whoever holds the key and to nobody else.
 *
 * <p>A bare hash of a message with few unknowns could be found by trying. The key is stored wrapped and never changes:
 * rotation of the key-encryption key wraps it anew, so that a message sent again after years is still recognised, even
 * when its content was erased.
 */
@Singleton
public class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";
    static final String LABEL = "hash-key";
    private static final String ADD =
            "insert into hash_key (id, wrapped, wrapped_by) values (1, ?, ?) on conflict (id) do nothing";
    private static final String READ = "select wrapped, wrapped_by from hash_key where id = 1";

    private final javax.sql.DataSource database;
    private final KeyEncryptionKeys wrapping;
    private volatile @Nullable SecretKey known;

    KeyedHash(@DataSource("runtime") javax.sql.DataSource database, KeyEncryptionKeys wrapping) {
        this.database = database;
        this.wrapping = wrapping;
    }

    /**
     * The hashes of a tool that works beside the services, with the key of their deployment.
     *
     * @param keyFile as the services read it
     */
    public static KeyedHash beside(javax.sql.DataSource database, Path keyFile) {
        return new KeyedHash(database, new KeyEncryptionKeys(new KeysOfAFile(keyFile)));
    }

    /**
     * HMAC-SHA256 under a key of its own for each purpose, 32 bytes.
     *
     * @param purpose keeps hashes of different uses apart
     * @param practice keeps hashes of different practices apart
     * @throws KeysUnavailableException when the key is not at hand and cannot be read; the first call blocks
     */
    public byte[] of(String purpose, String practice, byte[] content) {
        byte[] purposeKey = hmac(key(), purpose.getBytes(StandardCharsets.UTF_8), new byte[0]);
        // The practice's code holds no zero byte, so the boundary is unambiguous.
        byte[] salt = (practice + "\0").getBytes(StandardCharsets.UTF_8);
        return hmac(new SecretKeySpec(purposeKey, ALGORITHM), salt, content);
    }

    private static byte[] hmac(SecretKey key, byte[] first, byte[] second) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(first);
            return mac.doFinal(second);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }

    private SecretKey key() {
        SecretKey key = known;
        if (key == null) {
            key = readOrMake();
            known = key;
        }
        return key;
    }

    private SecretKey readOrMake() {
        try (Connection connection = database.getConnection()) {
            SecretKey existing = read(connection);
            if (existing != null) {
                return existing;
            }
            WrappedKey wrapped = wrapping.wrap(AesGcm.newKey(), LABEL);
            try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                insert.setBytes(1, wrapped.bytes());
                insert.setString(2, wrapped.wrappedBy());
                insert.executeUpdate();
            }
            SecretKey standing = read(connection);
            if (standing == null) {
                throw new IllegalStateException("The hash key vanished as soon as it was made");
            }
            return standing;
        } catch (SQLException e) {
            throw new KeysUnavailableException(e);
        }
    }

    private @Nullable SecretKey read(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(READ);
                ResultSet row = query.executeQuery()) {
            return row.next()
                    ? wrapping.unwrap(new WrappedKey(row.getString("wrapped_by"), row.getBytes("wrapped")), LABEL)
                    : null;
        }
    }
}
