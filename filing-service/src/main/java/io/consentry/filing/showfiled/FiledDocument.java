package io.consentry.filing.showfiled;

import ca.uhn.fhir.util.FhirTerser;
import io.consentry.filing.readoriginal.DocumentEntries;
import io.consentry.filing.showitem.FilingInForce;
import io.consentry.web.problem.ProblemType;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Identifier;
import org.hl7.fhir.dstu3.model.Reference;

/**
 * Makes the filed document: the original's document without the entries left out, with nothing pointing at them, with
 * the patient's label where it is to be hidden, and with the provenance.
 *
 * <p>Where an entry cannot be found in the original nothing is given at all: better no document than one that holds what
 * a reviewer left out.
 */
final class FiledDocument {

    /** Identifies documents made here; the value is item and version. */
    private static final String IDENTIFIERS = "urn:consentry:filed";

    /** "Not to be shown to the patient", HL7 v3 ActCode, as the implementation guide labels it. */
    private static final String ACT_CODE = "http://hl7.org/fhir/v3/ActCode";

    private static final String NOT_FOR_THE_PATIENT = "NOPAT";
    private static final String LEFT_OUT = "Left out when the document was filed";

    private FiledDocument() {}

    static Bundle of(Bundle message, FiledItem item, FhirTerser terser) {
        FilingInForce filing = item.filing();
        DocumentEntries original = DocumentEntries.of(message);
        List<BundleEntryComponent> excluded = filing.excludedEntryIds().stream()
                .map(id -> original.named(id)
                        .orElseThrow(() -> ProblemType.UPSTREAM_INVALID.because(
                                "The message as received does not hold what the reviewer left out."))
                        .entry())
                .toList();
        Bundle document = original.document();
        document.getEntry().removeAll(excluded);
        forget(document, addresses(excluded), terser);
        if (!filing.patientVisible()) {
            document.getEntry().forEach(entry -> entry.getResource()
                    .getMeta()
                    .addSecurity()
                    .setSystem(ACT_CODE)
                    .setCode(NOT_FOR_THE_PATIENT));
        }
        document.setIdentifier(
                new Identifier().setSystem(IDENTIFIERS).setValue(item.itemId() + "/" + filing.version()));
        document.getMeta().setLastUpdated(Date.from(filing.at()));
        ProvenanceOfFiling.addTo(document, item);
        return document;
    }

    private static Set<String> addresses(List<BundleEntryComponent> entries) {
        Set<String> addresses = new HashSet<>();
        for (BundleEntryComponent entry : entries) {
            addresses.add(entry.getFullUrl());
            addresses.add(entry.getResource().fhirType() + "/"
                    + entry.getResource().getIdElement().getIdPart());
        }
        addresses.remove(null);
        return addresses;
    }

    private static void forget(Bundle document, Set<String> gone, FhirTerser terser) {
        for (BundleEntryComponent entry : document.getEntry()) {
            if (entry.getResource() instanceof Composition composition) {
                composition.getSection().forEach(section -> section.getEntry()
                        .removeIf(reference -> gone.contains(reference.getReference())));
            }
            terser.getAllPopulatedChildElementsOfType(entry.getResource(), Reference.class).stream()
                    .filter(reference -> gone.contains(Objects.requireNonNullElse(reference.getReference(), "")))
                    .forEach(FiledDocument::forget);
        }
    }

    /** The parser ties a reference to the resource it found, and the writer would name that resource again. */
    private static void forget(Reference reference) {
        reference.setResource(null);
        reference.setReference(null).setDisplay(LEFT_OUT);
    }
}
