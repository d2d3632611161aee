package io.consentry.ingest.opencorrection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a sender may take to correct. */
@ConfigMapping(prefix = "ingest.correction")
public interface CorrectionConfig {

    /** When an open duty is overdue. What may be a breach of a patient's confidence is looked into within a day. */
    @WithDefault("24h")
    Duration overdueAfter();
}
