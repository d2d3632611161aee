package io.consentry.filing.followworklist;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How an open page is kept open. */
@ConfigMapping(prefix = "filing.follow")
interface FollowConfig {

    /** Between two signs of life, well within the time after which the gateway takes a silent stream for dead. */
    @WithDefault("20s")
    Duration signOfLife();
}
