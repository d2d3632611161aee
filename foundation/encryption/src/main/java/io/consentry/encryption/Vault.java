package io.consentry.encryption;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.zip.DataFormatException;

/**
 * Seals clinical content for storage and opens it again: compressed, then AES-256-GCM under a key of the practice and
 * month.
 *
 * <p>The first call of a practice's month asks the database for the key and blocks; call from a worker thread. Erasing
 * a row erases its content for good, and no event needs to change.
 */
@Singleton
public class Vault {

    /** First byte of every sealed value, so that a later format can be told from this one. */
    private static final byte DEFLATED = 1;

    /** Sealed as it is. The byte is authenticated with the place, so that neither format passes for the other. */
    private static final byte PLAIN = 2;

    /** Below, compressing saves little and costs more than the encryption. */
    private static final int WORTH_COMPRESSING = 1024;

    private final DataKeys keys;
    private final Clock clock;

    Vault(DataKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A vault for a tool that works beside the services, with the key of their deployment.
     *
     * @param keyFile as the services read it
     */
    public static Vault beside(javax.sql.DataSource database, Path keyFile, Clock clock) {
        return new Vault(new DataKeys(database, new KeyEncryptionKeys(new KeysOfAFile(keyFile))), clock);
    }

    /**
     * Seals content for one place.
     *
     * @throws KeysUnavailableException when the practice's key is not at hand and cannot be read
     */
    public Sealed seal(Binding binding, byte[] content) {
        DataKey key = keys.of(binding.practice(), YearMonth.now(clock.withZone(ZoneOffset.UTC)));
        byte format = content.length < WORTH_COMPRESSING ? PLAIN : DEFLATED;
        byte[] small = format == PLAIN ? content : Compression.deflate(content);
        byte[] encrypted = AesGcm.encrypt(key.key(), authenticated(binding, format), small, small.length);
        byte[] sealed = new byte[1 + encrypted.length];
        sealed[0] = format;
        System.arraycopy(encrypted, 0, sealed, 1, encrypted.length);
        return new Sealed(key.id(), sealed);
    }

    /**
     * Opens what was sealed for this place.
     *
     * @throws CannotBeOpenedException when the bytes, the place or the key are not those of the sealing
     * @throws KeysUnavailableException when the key is not at hand and cannot be read
     */
    public byte[] open(Binding binding, Sealed sealed) {
        DataKey key = keys.withId(sealed.keyId());
        byte[] bytes = sealed.bytes();
        try {
            if (key == null || bytes.length == 0 || bytes[0] != DEFLATED && bytes[0] != PLAIN) {
                throw new GeneralSecurityException(key == null ? "its key is gone" : "unknown format");
            }
            byte[] encrypted = Arrays.copyOfRange(bytes, 1, bytes.length);
            byte[] small = AesGcm.decrypt(key.key(), authenticated(binding, bytes[0]), encrypted);
            return bytes[0] == PLAIN ? small : Compression.inflate(small);
        } catch (GeneralSecurityException | DataFormatException e) {
            throw new CannotBeOpenedException("Sealed content cannot be opened: " + e.getMessage(), e);
        }
    }

    private static byte[] authenticated(Binding binding, byte format) {
        byte[] place = binding.authenticated();
        if (format == DEFLATED) {
            return place;
        }
        byte[] placeAndFormat = Arrays.copyOf(place, place.length + 1);
        placeAndFormat[place.length] = format;
        return placeAndFormat;
    }
}
