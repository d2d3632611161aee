package io.consentry.consent.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An organisation is closed. Messages to a closed practice are refused, and its switches stay as they were.
 *
 * @param organisation ODS code
 * @param successor ODS code of the organisation that took its work over, where there is one
 */
@RegisterForReflection
public record OrganisationClosed(
        String organisation, @Nullable String successor, Actor actor) implements OrganisationEvent {

    @Override
    public Map<String, Object> about() {
        return successor == null
                ? Map.of("organisation", organisation)
                : Map.of("organisation", organisation, "successor", successor);
    }
}
