package io.consentry.filing.recallitems;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How recalls are looked for. */
@ConfigMapping(prefix = "filing.recall")
interface RecallConfig {

    /**
     * A recall looks once more over the whole history, at the earliest this long after it was opened: messages accepted
     * before may still have been on their way here.
     */
    @WithDefault("10s")
    Duration lastLook();
}
