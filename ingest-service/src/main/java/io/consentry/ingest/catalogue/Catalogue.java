package io.consentry.ingest.catalogue;

import java.util.Optional;

/** The services that messages are taken for. */
@FunctionalInterface
public interface Catalogue {

    /**
     * Key of the service with this SNOMED CT code in {@code Composition.type}; absent where no service in the catalogue
     * has it.
     */
    Optional<String> serviceOf(String code);
}
