package io.consentry.encryption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** Where the key that wraps all other keys comes from. */
@ConfigMapping(prefix = "consentry.encryption")
public interface EncryptionConfig {

    /** The key-encryption key: base64 of 32 random bytes. */
    String key();

    /** Name of that key, kept beside everything it wraps. Give a new key a new name. */
    @WithDefault("primary")
    String keyId();

    /** Key-encryption keys by name that may still unwrap; what they wrapped is wrapped anew at the next start. */
    Map<String, String> retiredKeys();
}
