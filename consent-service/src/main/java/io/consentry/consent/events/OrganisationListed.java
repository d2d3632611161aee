package io.consentry.consent.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * An organisation stands in the directory, open, under this name.
 *
 * @param organisation ODS code
 * @param name as the Organisation Data Service gives it
 * @param kind a word of {@code practice}, {@code pharmacy}, {@code other}
 * @param basis {@code operator}; or {@code first-use} in a sandbox, which has nobody to keep a directory
 */
@RegisterForReflection
public record OrganisationListed(String organisation, String name, String kind, String basis, Actor actor)
        implements OrganisationEvent {

    @Override
    public Map<String, Object> about() {
        return Map.of("organisation", organisation, "name", name, "kind", kind, "basis", basis);
    }
}
