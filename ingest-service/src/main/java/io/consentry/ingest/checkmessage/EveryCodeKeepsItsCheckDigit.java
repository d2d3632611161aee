package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.FhirNames;
import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.util.Set;
import org.hl7.fhir.dstu3.model.Coding;
import org.hl7.fhir.dstu3.model.Resource;

@Singleton
class EveryCodeKeepsItsCheckDigit implements Rule {

    private static final Set<String> IN_SYSTEMS = Set.of(FhirNames.SNOMED_CT, FhirNames.DMD);

    @Override
    public String name() {
        return "snomed-check-digit";
    }

    @Override
    public String sentence() {
        return "Every SNOMED CT and dm+d code keeps its check digit.";
    }

    @Override
    public String path() {
        return "Observation.code";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<Resource> placed : examined.message().content()) {
            Codings.anywhere(placed.resource())
                    .filter(coding -> IN_SYSTEMS.contains(coding.getSystem()))
                    .filter(coding -> !SnomedId.hasItsCheckDigit(coding.getCode()))
                    .map(Coding::getSystem)
                    .distinct()
                    .forEach(system ->
                            findings.add(placed, "code", "A code of " + system + " does not keep its check digit."));
        }
    }
}
