package io.consentry.filing.settle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How acts on items work here. */
@ConfigMapping(prefix = "filing")
public interface FilingConfig {

    /** For how long a person may undo what they did, where their practice has not settled it. */
    @WithDefault("2m")
    Duration undoTime();
}
