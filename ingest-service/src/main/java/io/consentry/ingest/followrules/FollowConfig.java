package io.consentry.ingest.followrules;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the modes of the safeguards are kept fresh. */
@ConfigMapping(prefix = "ingest.recorded-modes")
interface FollowConfig {

    /** How long a safeguard may work in its former mode here, after another was recorded. */
    @WithDefault("30s")
    Duration lookAgain();
}
