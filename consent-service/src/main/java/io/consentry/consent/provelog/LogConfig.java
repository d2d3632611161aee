package io.consentry.consent.provelog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How the log is signed. */
@ConfigMapping(prefix = "consent.log")
interface LogConfig {

    /** Names this log for ever, in every checkpoint; like a URL without its scheme. */
    @WithDefault("consentry.example/consent")
    String origin();

    /** Base64 of the PKCS#8 Ed25519 private key. */
    Optional<String> signingKey();

    /** The key that signed until now, in the same form: for the one start at which {@link #signingKey} is new. */
    Optional<String> previousKey();

    /** A file, best on another machine's disk, to which each checkpoint is appended as an anchor outside the database. */
    Optional<Path> anchorFile();

    /** Whether a key is made and kept in the database where none is configured: only in a sandbox. */
    @WithDefault("false")
    boolean sandboxKey();

    /** Pause between two looks for new events; checkpoints are at most a second behind. */
    @WithDefault("300ms")
    Duration pause();
}
