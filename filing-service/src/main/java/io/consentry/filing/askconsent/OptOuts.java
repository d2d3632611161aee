package io.consentry.filing.askconsent;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which services a practice takes no messages of now.
 *
 * @param byService whether it has opted out, by the service's key; a service that is not in it is not known
 */
public record OptOuts(Map<String, Boolean> byService) {

    static final OptOuts UNKNOWN = new OptOuts(Map.of());

    public OptOuts {
        byService = Map.copyOf(byService);
    }

    /** Whether the practice has opted out of this service; absent where the consent service did not say. */
    public @Nullable Boolean of(String service) {
        return byService.get(service);
    }

    /** The services it has opted out of. */
    public Set<String> services() {
        return byService.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
