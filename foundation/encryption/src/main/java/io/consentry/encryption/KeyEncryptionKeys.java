package io.consentry.encryption;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKey;

/** Wraps keys for storage, each bound to a label that says what it is for. */
@Singleton
class KeyEncryptionKeys {

    private final EncryptionConfig config;
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

    /** Another process may have wrapped by a key that this one has not read yet. */
    private SecretKey named(String id) {
        SecretKey known = ring.named(id);
        if (known == null) {
            readAgain();
            known = ring.named(id);
        }
        if (known == null) {
            throw new KeyNotHereException(
                    "A key is wrapped by " + id + ", which is not among the key-encryption keys of this deployment");
        }
        return known;
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
