package io.consentry.encryption;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKey;

/** Wraps keys for storage, each bound to a label that says what it is for. */
@Singleton
class KeyEncryptionKeys {

    private final String currentId;
    private final Map<String, SecretKey> byId = new HashMap<>();

    KeyEncryptionKeys(EncryptionConfig config) {
        config.retiredKeys().forEach((id, key) -> byId.put(id, read(id, key)));
        currentId = config.keyId();
        byId.put(currentId, read(currentId, config.key()));
    }

    private static SecretKey read(String id, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The key-encryption key named " + id + " is not base64");
        }
        if (bytes.length != AesGcm.KEY_BYTES) {
            throw new IllegalStateException("The key-encryption key named " + id + " must have 32 bytes");
        }
        return AesGcm.key(bytes);
    }

    String currentId() {
        return currentId;
    }

    boolean anyRetired() {
        return byId.size() > 1;
    }

    WrappedKey wrap(SecretKey key, String label) {
        byte[] clear = key.getEncoded();
        SecretKey current = byId.get(currentId);
        if (current == null) {
            throw new IllegalStateException("No key-encryption key");
        }
        return new WrappedKey(currentId, AesGcm.encrypt(current, utf8(label), clear, clear.length));
    }

    SecretKey unwrap(WrappedKey wrapped, String label) {
        SecretKey wrapping = byId.get(wrapped.wrappedBy());
        if (wrapping == null) {
            throw new IllegalStateException(
                    "A key is wrapped by " + wrapped.wrappedBy() + ", which is not configured as a retired key");
        }
        try {
            return AesGcm.key(AesGcm.decrypt(wrapping, utf8(label), wrapped.bytes()));
        } catch (GeneralSecurityException e) {
            throw new CannotBeOpenedException(
                    "A stored key was not wrapped by the key-encryption key " + wrapped.wrappedBy(), e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "KeyEncryptionKeys" + byId.keySet();
    }
}
