package io.consentry.consent.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/**
 * Practices can be asked to take messages of a new service from now on. It is opted out everywhere.
 *
 * @param service its key
 * @param codes SNOMED CT codes of {@code Composition.type} that name it in a message
 * @param notice id of the notice that announced it, whose time had come
 */
@RegisterForReflection
public record ServiceAdded(String service, List<String> codes, String notice, Actor actor) implements ProgrammeEvent {

    public ServiceAdded {
        codes = List.copyOf(codes);
    }

    @Override
    public Map<String, Object> about() {
        return Map.of("codes", String.join(" ", codes), "notice", notice);
    }
}
