package io.consentry.consent.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * A person may no longer move this practice's switches.
 *
 * @param practice ODS code
 * @param holder the person's subject, as in their token
 */
@RegisterForReflection
public record MandateWithdrawn(String practice, String holder, Actor actor) implements MandateEvent {

    @Override
    public Map<String, Object> about() {
        return Map.of("holder", holder);
    }
}
