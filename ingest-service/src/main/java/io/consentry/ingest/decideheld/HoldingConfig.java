package io.consentry.ingest.decideheld;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How held messages are looked after. */
@ConfigMapping(prefix = "ingest.held")
public interface HoldingConfig {

    /** Between two looks at the queues. One read of a table that is empty nearly always. */
    @WithDefault("500ms")
    Duration lookAgain();

    /** How many of one practice are decided in one transaction, from one read of its consent. */
    @WithDefault("50")
    int together();

    /** When the sender of a message that is still held is told so. */
    @WithDefault("60m")
    Duration tellAfter();

    /** When a message that is still held is declined: the consultation must reach the practice another way. */
    @WithDefault("24h")
    Duration declineAfter();
}
