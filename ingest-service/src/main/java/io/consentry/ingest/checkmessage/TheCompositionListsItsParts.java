package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import io.consentry.ingest.readmessage.UpdateRecord;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.dstu3.model.ClinicalImpression;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Encounter;
import org.hl7.fhir.dstu3.model.Resource;

@Singleton
class TheCompositionListsItsParts implements Rule {

    @Override
    public String name() {
        return "composition-entries";
    }

    @Override
    public String sentence() {
        return "The Composition's section lists the Encounter and every ClinicalImpression.";
    }

    @Override
    public String path() {
        return "Composition.section.entry";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        UpdateRecord message = examined.message();
        Placed<Composition> composition = message.composition().orElse(null);
        if (composition == null) {
            return; // told by the rule of the document
        }
        Set<Resource> listed = composition.resource().getSection().stream()
                .flatMap(section -> section.getEntry().stream())
                .flatMap(reference -> message.resolve(reference).stream())
                .map(Placed::resource)
                .collect(Collectors.toSet());
        require(message.content(Encounter.class), listed, composition, findings);
        require(message.content(ClinicalImpression.class), listed, composition, findings);
    }

    private static <R extends Resource> void require(
            List<Placed<R>> parts, Set<Resource> listed, Placed<Composition> composition, Findings findings) {
        for (Placed<R> part : parts) {
            if (!listed.contains(part.resource())) {
                findings.add(
                        composition.at("section.entry"),
                        "The section must list the " + part.resource().fhirType() + " at " + part.path() + ".");
            }
        }
    }
}
