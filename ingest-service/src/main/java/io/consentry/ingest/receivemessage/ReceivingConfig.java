package io.consentry.ingest.receivemessage;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a message may cost. */
@ConfigMapping(prefix = "ingest.message")
public interface ReceivingConfig {

    /** The largest body that is read; beyond it the answer is 413. Messages seen have 24 to 37 KB. */
    @WithDefault("5M")
    MemorySize maxSize();

    /**
     * How many bytes of bodies are in work at once; the rest wait unread. Reading one takes about ten times its size for
     * the moment.
     */
    @WithDefault("32M")
    MemorySize concurrent();

    /** How many requests may wait for room; beyond it the answer is 503. */
    @WithDefault("2000")
    int waiting();

    /** How long a request waits for room until the answer is 503. */
    @WithDefault("10s")
    Duration waitAtMost();
}
