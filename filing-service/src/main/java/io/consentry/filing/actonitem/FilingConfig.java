package io.consentry.filing.actonitem;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How acts on items work here. */
@ConfigMapping(prefix = "filing")
public interface FilingConfig {

    /** For how long a person may undo what they did; the sender hears of it afterwards. */
    @WithDefault("2m")
    Duration undoTime();
}
