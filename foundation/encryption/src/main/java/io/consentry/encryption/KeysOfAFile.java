package io.consentry.encryption;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The key-encryption keys of a deployment that keeps them in a file. */
record KeysOfAFile(Path file) implements EncryptionConfig {

    @Override
    public Optional<Path> keyFile() {
        return Optional.of(file);
    }

    @Override
    public Optional<String> key() {
        return Optional.empty();
    }

    @Override
    public String keyId() {
        return "primary";
    }

    @Override
    public Map<String, String> retiredKeys() {
        return Map.of();
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "KeysOfAFile";
    }
}
