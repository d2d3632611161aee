package io.consentry.ingest.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the catalogue is kept fresh. */
@ConfigMapping(prefix = "ingest.catalogue")
interface CatalogueConfig {

    /** How long a new service may be unknown here; it was announced weeks before. */
    @WithDefault("30s")
    Duration lookAgain();
}
