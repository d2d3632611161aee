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

    /**
     * The first byte of every sealed value tells its format. It is authenticated with the place, so that none passes for
     * another; but for this one, which was alone at first and is read only.
     */
    private static final byte DEFLATED = 1;

    /** Sealed as it is. */
    private static final byte PLAIN = 2;

    /** LZ4. */
    private static final byte COMPRESSED = 3;

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

    /** Whether sealing for this practice waits for nobody now, since the key of the month is at hand. */
    public boolean sealsAtOnce(String practice) {
        return keys.isAtHand(practice, thisMonth());
    }

    /** Whether opening this waits for nobody now, since its key is at hand. */
    public boolean opensAtOnce(Sealed sealed) {
        return keys.isAtHand(sealed.keyId());
    }

    /**
     * Seals content for one place.
     *
     * @throws KeysUnavailableException when the practice's key is not at hand and cannot be read
     */
    public Sealed seal(Binding binding, byte[] content) {
        DataKey key = keys.of(binding.practice(), thisMonth());
        byte format = content.length < WORTH_COMPRESSING ? PLAIN : COMPRESSED;
        byte[] small = format == PLAIN ? content : Compression.compress(content);
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
            if (key == null || bytes.length == 0) {
                throw new GeneralSecurityException(key == null ? "its key is gone" : "empty");
            }
            byte[] encrypted = Arrays.copyOfRange(bytes, 1, bytes.length);
            byte[] small = AesGcm.decrypt(key.key(), authenticated(binding, bytes[0]), encrypted);
            return switch (bytes[0]) {
                case DEFLATED -> Compression.inflate(small);
                case PLAIN -> small;
                case COMPRESSED -> Compression.decompress(small);
                default -> throw new GeneralSecurityException("unknown format");
            };
        } catch (GeneralSecurityException | DataFormatException e) {
            throw new CannotBeOpenedException("Sealed content cannot be opened: " + e.getMessage(), e);
        }
    }

    private YearMonth thisMonth() {
        return YearMonth.now(clock.withZone(ZoneOffset.UTC));
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
