package io.consentry.filing.readoriginal;

import io.consentry.web.problem.ProblemType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.dstu3.model.Resource;

/**
 * The document inside a message, each resource with the id by which reviewers know it.
 *
 * <p>The ids are given in the way in which messages are read when they arrive: the resource's own id, made unique over
 * the message in the order of its entries.
 */
public record DocumentEntries(Bundle document, List<Named> entries) {

    /** The document of a message; 502 where it holds none. */
    public static DocumentEntries of(Bundle message) {
        Set<String> ids = new HashSet<>();
        List<Named> envelope = name(message, ids);
        Bundle document = envelope.stream()
                .map(named -> named.entry().getResource())
                .filter(Bundle.class::isInstance)
                .map(Bundle.class::cast)
                .findFirst()
                .orElseThrow(() -> ProblemType.UPSTREAM_INVALID.because("The message as received holds no document."));
        return new DocumentEntries(document, name(document, ids));
    }

    /** The resource that reviewers know by this id. */
    public Optional<Named> named(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    private static List<Named> name(Bundle bundle, Set<String> ids) {
        List<Named> named = new ArrayList<>();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            if (entry.hasResource()) {
                named.add(new Named(unique(entry.getResource(), named.size(), ids), entry));
            }
        }
        return named;
    }

    private static String unique(Resource resource, int place, Set<String> ids) {
        String own = resource.getIdElement().getIdPart();
        String base = own == null || own.isBlank() ? resource.fhirType() + "-" + place : own;
        String candidate = base;
        for (int n = 2; !ids.add(candidate); n++) {
            candidate = base + "-" + n;
        }
        return candidate;
    }

    /** A resource of the document under the id by which reviewers know it. */
    public record Named(String id, BundleEntryComponent entry) {}
}
