package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.HumanName;
import org.hl7.fhir.dstu3.model.Patient;

@Singleton
class ThePatientIsNamed implements Rule {

    @Override
    public String name() {
        return "patient-name";
    }

    @Override
    public String sentence() {
        return "The patient has an official name with a family name, a date of birth and a gender.";
    }

    @Override
    public String path() {
        return "Patient.name";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        Placed<Patient> placed = examined.message().patient().orElse(null);
        if (placed == null) {
            return; // told by the rule of the document
        }
        Patient patient = placed.resource();
        long official = patient.getName().stream()
                .filter(name -> name.getUse() == HumanName.NameUse.OFFICIAL && name.hasFamily())
                .count();
        if (official != 1) {
            findings.add(placed.at("name"), "The patient must have one official name with a family name.");
        }
        if (!patient.hasBirthDate()) {
            findings.add(placed.at("birthDate"), "The patient's date of birth must be given.");
        }
        if (!patient.hasGender()) {
            findings.add(placed.at("gender"), "The patient's gender must be given.");
        }
    }
}
