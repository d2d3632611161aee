package io.consentry.ingest.openfallback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where a refused consultation goes when the practice has not said otherwise. */
@ConfigMapping(prefix = "ingest.fallback")
public interface FallbackConfig {

    /** How: by the guide, as a PDF over NHSmail. */
    @WithDefault("nhsmail-pdf")
    String channel();

    /** Where to: an address, or how to find it. */
    @WithDefault("the practice's NHSmail address in the Directory of Services")
    String address();

    /** When an open duty is overdue. By the guide a replacement should come within a day, and so should this. */
    @WithDefault("24h")
    Duration overdueAfter();

    /** Between two counts of the open duties, for the metrics. */
    @WithDefault("30s")
    Duration countEvery();
}
