package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.Patient;

@Singleton
class TheNhsNumberIsVerified implements Rule {

    @Override
    public String name() {
        return "nhs-number-verification";
    }

    @Override
    public String sentence() {
        return "The NHS number says that it is present and verified (01).";
    }

    @Override
    public String path() {
        return "Patient.identifier.extension";
    }

    @Override
    public RuleMode mode() {
        return RuleMode.FLAG;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        Placed<Patient> patient = examined.message().patient().orElse(null);
        boolean numbered = examined.consultation().patient().nhsNumber() != null;
        if (patient != null
                && numbered
                && !"01".equals(examined.consultation().patient().nhsNumberStatus())) {
            findings.add(
                    patient.at("identifier"), "The NHS number is not marked as verified. Check who the patient is.");
        }
    }
}
