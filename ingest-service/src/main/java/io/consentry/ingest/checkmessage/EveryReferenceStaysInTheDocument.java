package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Found;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.Reference;

@Singleton
class EveryReferenceStaysInTheDocument implements Rule {

    @Override
    public String name() {
        return "references";
    }

    @Override
    public String sentence() {
        return "Every reference in the document points at a resource of the same document.";
    }

    @Override
    public String path() {
        return "Reference.reference";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Found<Reference> found : examined.message().references()) {
            Reference reference = found.element();
            if (reference.hasReference()
                    && examined.message().resolve(reference).isEmpty()
                    && !mayPointOutside(found)) {
                findings.add(found.path(), "The reference points outside the document, or at nothing in it.");
            }
        }
    }

    /** A resource within the same resource has no place of its own; a replaced document was another message. */
    private static boolean mayPointOutside(Found<Reference> found) {
        return found.element().getReference().startsWith("#") || found.path().contains(".relatesTo[");
    }
}
