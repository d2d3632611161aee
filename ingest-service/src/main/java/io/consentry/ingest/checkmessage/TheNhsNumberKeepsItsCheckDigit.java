package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.FhirNames;
import io.consentry.ingest.readmessage.Identifiers;
import io.consentry.ingest.readmessage.Placed;
import io.consentry.web.nhsnumber.NhsNumber;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.Patient;

@Singleton
class TheNhsNumberKeepsItsCheckDigit implements Rule {

    @Override
    public String name() {
        return "nhs-number-check-digit";
    }

    @Override
    public String sentence() {
        return "The NHS number has ten digits and its check digit is right.";
    }

    @Override
    public String path() {
        return "Patient.identifier.value";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        Placed<Patient> patient = examined.message().patient().orElse(null);
        if (patient == null) {
            return; // told by the rule of the document
        }
        Identifiers.value(patient.resource().getIdentifier(), FhirNames.NHS_NUMBER)
                .filter(number -> !NhsNumber.hasItsCheckDigit(number))
                .ifPresent(wrong -> findings.add(
                        patient.at("identifier"), "The NHS number must have ten digits and the right check digit."));
    }
}
