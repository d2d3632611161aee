package io.consentry.gateway.reporthealth;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;

/**
 * Leaves the address out of the numbers about HTTP.
 *
 * <p>Here it would be as the caller wrote it, because what passes through has no resource of the gateway's own: whoever
 * writes a patient's name into an address would have written it into the metrics, and each address would be a series of
 * its own. The services count by route.
 */
@Singleton
class MetricsWithoutAddresses implements MeterFilter {

    private static final String ADDRESS = "uri";

    @Override
    public Meter.Id map(Meter.Id id) {
        return id.getName().startsWith("http.") && id.getTag(ADDRESS) != null
                ? id.replaceTags(id.getTags().stream()
                        .filter(tag -> !tag.getKey().equals(ADDRESS))
                        .toList())
                : id;
    }
}
