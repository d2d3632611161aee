package io.consentry.feed.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How eagerly the feed looks for what other processes of the same service did. */
@ConfigMapping(prefix = "consentry.feed")
public interface FeedConfig {

    /** Between two looks for events that another process announced. One indexed read of an empty index. */
    @WithDefault("100ms")
    Duration lookForAnnouncements();

    /** Between two attempts to become the service's sequencer. */
    @WithDefault("2s")
    Duration tryToLead();

    /** The longest that a reader is kept waiting for news. */
    @WithDefault("20s")
    Duration longestWait();
}
