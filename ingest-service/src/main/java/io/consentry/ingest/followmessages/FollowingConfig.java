package io.consentry.ingest.followmessages;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How live the news are. */
@ConfigMapping(prefix = "ingest.news")
interface FollowingConfig {

    /** Between two looks for news. One read of an index, for all who listen. */
    @WithDefault("250ms")
    Duration lookAgain();

    /** Between two signs of life on a connection without news, so that neither side keeps a dead one. */
    @WithDefault("20s")
    Duration signOfLife();
}
