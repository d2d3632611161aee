package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.FhirNames;
import io.consentry.ingest.readmessage.Found;
import jakarta.inject.Singleton;
import java.util.Set;
import org.hl7.fhir.dstu3.model.Coding;

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
        return "Coding.code";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Found<Coding> found : examined.message().codings()) {
            Coding coding = found.element();
            if (IN_SYSTEMS.contains(coding.getSystem()) && !SnomedId.hasItsCheckDigit(coding.getCode())) {
                findings.add(found, "A code of " + coding.getSystem() + " does not keep its check digit.");
            }
        }
    }
}
