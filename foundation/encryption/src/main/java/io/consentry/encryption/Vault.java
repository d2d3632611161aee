package io.consentry.encryption;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
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

    private final DataKeys keys;
    private final Clock clock;

    Vault(DataKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Seals content for one place.
     *
     * @throws KeysUnavailableException when the practice's key is not at hand and cannot be read
     */
    public Sealed seal(Binding binding, byte[] content) {
        DataKey key = keys.of(binding.practice(), YearMonth.now(clock.withZone(ZoneOffset.UTC)));
        byte[] small = Compression.deflate(content);
        byte[] encrypted = AesGcm.encrypt(key.key(), binding.authenticated(), small, small.length);
        byte[] sealed = new byte[1 + encrypted.length];
        sealed[0] = DEFLATED;
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
            if (key == null || bytes.length == 0 || bytes[0] != DEFLATED) {
                throw new GeneralSecurityException(key == null ? "its key is gone" : "unknown format");
            }
            byte[] encrypted = new byte[bytes.length - 1];
            System.arraycopy(bytes, 1, encrypted, 0, encrypted.length);
            return Compression.inflate(AesGcm.decrypt(key.key(), binding.authenticated(), encrypted));
        } catch (GeneralSecurityException | DataFormatException e) {
            throw new CannotBeOpenedException("Sealed content cannot be opened: " + e.getMessage(), e);
        }
    }
}
