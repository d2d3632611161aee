package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.FhirNames;
import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.Patient;

@Singleton
class TheNhsNumberIsThere implements Rule {

    @Override
    public String name() {
        return "nhs-number";
    }

    @Override
    public String sentence() {
        return "The patient has exactly one NHS number.";
    }

    @Override
    public String path() {
        return "Patient.identifier";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        Placed<Patient> patient = examined.message().patient().orElse(null);
        if (patient == null) {
            return; // told by the rule of the document
        }
        long numbers = patient.resource().getIdentifier().stream()
                .filter(identifier -> FhirNames.NHS_NUMBER.equals(identifier.getSystem()) && identifier.hasValue())
                .count();
        if (numbers != 1) {
            findings.add(patient.at("identifier"), "The patient must have one identifier that is an NHS number.");
        }
    }
}
