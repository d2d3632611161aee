package io.consentry.consent.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tried what the rules do not allow, at a practice's switch or at all of them, and was refused.
 *
 * @param act what was tried, a word of {@code move-switch}, {@code cancel-scheduled}, {@code pause}, {@code change-mandate},
 *     {@code issue-notice}, {@code add-service}; all that revision 1 knew was {@code move-switch}
 * @param practice ODS code of the practice whose switch it was; absent where it was about all practices
 * @param service key as in the catalogue; absent for the master switch
 * @param decision where the caller wanted the switch; absent where the request did not say so in a known word
 * @param reason why it was refused, a word of {@code not-this-practice}, {@code not-a-data-controller},
 *     {@code no-mandate}, {@code retroactive}, {@code notice-too-short}, {@code notice-still-running}
 * @param attempts how many requests this stands for: 1 for the first, more where later ones were only counted
 */
@RegisterForReflection
public record OverrideAttempted(
        String act,
        @Nullable String practice,
        @Nullable String service,
        @Nullable Decision decision,
        String reason,
        int attempts,
        Actor actor)
        implements ConsentEvent {

    @Override
    public Map<String, Object> about() {
        return Map.of("attempts", attempts, "act", act);
    }
}
