package io.consentry.encryption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the key that wraps all other keys comes from: a file, or the configuration itself. */
@ConfigMapping(prefix = "consentry.encryption")
public interface EncryptionConfig {

    /**
     * A file of key-encryption keys, one a line, {@code name=base64}: the first wraps, the others may still unwrap. It is
     * read again whenever keys are wrapped anew, so that rotation needs no restart. Stands in for everything below.
     */
    Optional<Path> keyFile();

    /** The key-encryption key: base64 of 32 random bytes. */
    Optional<String> key();

    /** Name of that key, kept beside everything it wraps. Give a new key a new name. */
    @WithDefault("primary")
    String keyId();

    /** Key-encryption keys by name that may still unwrap; what they wrapped is wrapped anew at the next start. */
    Map<String, String> retiredKeys();
}
