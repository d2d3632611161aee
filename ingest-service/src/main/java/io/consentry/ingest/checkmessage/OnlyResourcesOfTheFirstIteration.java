package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.dstu3.model.DomainResource;
import org.hl7.fhir.dstu3.model.Resource;

@Singleton
class OnlyResourcesOfTheFirstIteration implements Rule {

    private static final Set<String> ENVELOPE = Set.of("MessageHeader", "Organization", "Bundle");
    private static final Set<String> DOCUMENT = Set.of(
            "Composition",
            "Patient",
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "Encounter",
            "ClinicalImpression",
            "Observation",
            "MedicationDispense",
            "Condition");

    @Override
    public String name() {
        return "resource-types";
    }

    @Override
    public String sentence() {
        return "The message holds only resource types of the first iteration; with any other it is refused as a whole.";
    }

    @Override
    public String path() {
        return "Bundle.entry.resource";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        check(examined.message().envelope(), ENVELOPE, findings);
        check(examined.message().content(), DOCUMENT, findings);
    }

    private static void check(List<Placed<Resource>> resources, Set<String> allowed, Findings findings) {
        for (Placed<Resource> placed : resources) {
            require(placed.path(), placed.resource(), allowed, findings);
            if (placed.resource() instanceof DomainResource parent) {
                List<Resource> contained = parent.getContained();
                for (int i = 0; i < contained.size(); i++) {
                    require(placed.at("contained[" + i + "]"), contained.get(i), allowed, findings);
                }
            }
        }
    }

    private static void require(String path, Resource resource, Set<String> allowed, Findings findings) {
        if (!allowed.contains(resource.fhirType())) {
            findings.add(path, "A resource of type " + resource.fhirType() + " is not taken here.");
        }
    }
}
