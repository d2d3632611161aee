package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.Reference;
import org.hl7.fhir.dstu3.model.Resource;

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
        for (Placed<Resource> placed : examined.message().content()) {
            References.of(placed.resource())
                    .filter(Reference::hasReference)
                    .filter(reference -> !reference.getReference().startsWith("#"))
                    .filter(reference -> examined.message().resolve(reference).isEmpty())
                    .findFirst()
                    .ifPresent(lost -> findings.add(
                            placed.path(), "A reference points outside the document, or at nothing in it."));
        }
    }
}
