package io.consentry.consent.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may not move a practice's switch tried to, and was refused.
 *
 * @param practice ODS code of the practice whose switch it was
 * @param service key as in the catalogue; absent for the master switch
 * @param decision where the caller wanted the switch; absent where the request did not say so in a known word
 * @param reason why it was refused, a word of {@code not-this-practice}, {@code not-a-data-controller},
 *     {@code no-mandate}
 * @param attempts how many requests this stands for: 1 for the first, more where later ones were only counted
 */
@RegisterForReflection
public record OverrideAttempted(
        String practice,
        @Nullable String service,
        @Nullable Decision decision,
        String reason,
        int attempts,
        Actor actor)
        implements ConsentEvent {

    @Override
    public Map<String, Object> about() {
        return Map.of("attempts", attempts);
    }
}
