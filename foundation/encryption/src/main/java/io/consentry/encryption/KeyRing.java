package io.consentry.encryption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** The key-encryption keys of a deployment at one moment: one that wraps, and those that may still unwrap. */
final class KeyRing {

    private final String currentId;
    private final Map<String, SecretKey> byId = new HashMap<>();

    private KeyRing(String currentId) {
        this.currentId = currentId;
    }

    static KeyRing read(EncryptionConfig config) {
        Path file = config.keyFile().orElse(null);
        return file == null ? ofConfiguration(config) : ofFile(file);
    }

    private static KeyRing ofConfiguration(EncryptionConfig config) {
        KeyRing ring = new KeyRing(config.keyId());
        config.retiredKeys().forEach(ring::add);
        ring.add(
                config.keyId(),
                config.key()
                        .orElseThrow(() -> new IllegalStateException(
                                "Set consentry.encryption.key-file, or consentry.encryption.key")));
        return ring;
    }

    private static KeyRing ofFile(Path file) {
        KeyRing ring = null;
        try {
            for (String line : Files.readAllLines(file)) {
                int sign = line.indexOf('=');
                if (!line.isBlank() && sign < 1) {
                    throw new IllegalStateException("A line of " + file + " is not name=base64");
                }
                if (!line.isBlank()) {
                    String id = line.substring(0, sign).strip();
                    ring = ring == null ? new KeyRing(id) : ring;
                    ring.add(id, line.substring(sign + 1).strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of key-encryption keys cannot be read", e);
        }
        if (ring == null) {
            throw new IllegalStateException("There is no key-encryption key in " + file);
        }
        return ring;
    }

    private void add(String id, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The key-encryption key named " + id + " is not base64");
        }
        if (bytes.length != AesGcm.KEY_BYTES) {
            throw new IllegalStateException("The key-encryption key named " + id + " must have 32 bytes");
        }
        byId.put(id, AesGcm.key(bytes));
    }

    String currentId() {
        return currentId;
    }

    boolean anyRetired() {
        return byId.size() > 1;
    }

    @Nullable SecretKey named(String id) {
        return byId.get(id);
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "KeyRing" + byId.keySet();
    }
}
