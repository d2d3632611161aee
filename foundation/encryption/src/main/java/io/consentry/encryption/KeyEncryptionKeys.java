package io.consentry.encryption;

import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Wraps keys for storage, each bound to a label that says what it is for. */
@Singleton
class KeyEncryptionKeys {

    private static final Logger LOG = Logger.getLogger(KeyEncryptionKeys.class);
    /** Every line of a worklist may ask for the same lost key: the file is read for the first of them. */
    private static final Duration UNTIL_LOOKED_FOR_AGAIN = Duration.ofSeconds(2);

    private final EncryptionConfig config;
    /** By name, when each key that is not here was last looked for. */
    private final Map<String, Long> lookedFor = new ConcurrentHashMap<>();

    private volatile KeyRing ring;

    KeyEncryptionKeys(EncryptionConfig config) {
        this.config = config;
        this.ring = KeyRing.read(config);
    }

    /** Takes over what the file of keys says now. */
    void readAgain() {
        ring = KeyRing.read(config);
    }

    String currentId() {
        return ring.currentId();
    }

    boolean anyRetired() {
        return ring.anyRetired();
    }

    WrappedKey wrap(SecretKey key, String label) {
        KeyRing now = ring;
        byte[] clear = key.getEncoded();
        SecretKey current = now.named(now.currentId());
        if (current == null) {
            throw new IllegalStateException("No key-encryption key");
        }
        return new WrappedKey(now.currentId(), AesGcm.encrypt(current, utf8(label), clear, clear.length));
    }

    SecretKey unwrap(WrappedKey wrapped, String label) {
        try {
            return AesGcm.key(AesGcm.decrypt(named(wrapped.wrappedBy()), utf8(label), wrapped.bytes()));
        } catch (GeneralSecurityException e) {
            throw new CannotBeOpenedException(
                    "A stored key was not wrapped by the key-encryption key " + wrapped.wrappedBy(), e);
        }
    }

    /** Whether a key of this name was looked for a moment ago, and is not here. */
    boolean isMissing(String id) {
        Long last = lookedFor.get(id);
        return last != null && ring.named(id) == null && System.nanoTime() - last < UNTIL_LOOKED_FOR_AGAIN.toNanos();
    }

    private SecretKey named(String id) {
        SecretKey here = ring.named(id);
        SecretKey known = here != null || isMissing(id) ? here : lookFor(id);
        if (known == null) {
            throw new KeyNotHereException(id);
        }
        return known;
    }

    /** Another process may have wrapped by a key that this one has not read yet. */
    private @Nullable SecretKey lookFor(String id) {
        try {
            readAgain();
        } catch (IllegalStateException | UncheckedIOException e) {
            // Perhaps somebody is writing it: the keys that were read before go on.
            LOG.warnf("The key-encryption keys cannot be read again: %s", e.getMessage());
        }
        SecretKey found = ring.named(id);
        if (found != null) {
            lookedFor.remove(id);
        } else if (lookedFor.put(id, System.nanoTime()) == null) {
            LOG.errorf("There is no key-encryption key named %s: nothing under it can be opened until it is back", id);
        }
        return found;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "KeyEncryptionKeys" + ring;
    }
}
