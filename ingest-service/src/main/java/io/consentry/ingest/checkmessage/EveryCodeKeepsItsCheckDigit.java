package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Codes;
import io.consentry.ingest.readmessage.Found;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.Coding;

@Singleton
class EveryCodeKeepsItsCheckDigit implements Rule {

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
            if (Codes.isKeptInRecords(coding) && !SnomedId.hasItsCheckDigit(coding.getCode())) {
                findings.add(found, "A code of " + coding.getSystem() + " does not keep its check digit.");
            }
        }
    }
}
