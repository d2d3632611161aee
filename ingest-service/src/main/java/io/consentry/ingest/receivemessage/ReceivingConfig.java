package io.consentry.ingest.receivemessage;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a message may cost. */
@ConfigMapping(prefix = "ingest.message")
public interface ReceivingConfig {

    /** The largest body that is read; beyond it the answer is 413. Messages seen have 24 to 37 KB. */
    @WithDefault("5M")
    MemorySize maxSize();
}
