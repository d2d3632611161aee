package io.consentry.consent.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decision that was to take effect later will not.
 *
 * @param practice ODS code
 * @param service key in the catalogue; absent for the master switch
 * @param cancels id of the event that decided it
 */
@RegisterForReflection
public record ScheduledDecisionCancelled(
        String practice, @Nullable String service, String cancels, Actor actor) implements PracticeEvent {

    @Override
    public Map<String, Object> about() {
        return Map.of("cancels", cancels);
    }
}
