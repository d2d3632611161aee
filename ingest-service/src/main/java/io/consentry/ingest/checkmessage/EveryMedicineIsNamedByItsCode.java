package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Codes;
import io.consentry.ingest.readmessage.FhirNames;
import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.MedicationDispense;

@Singleton
class EveryMedicineIsNamedByItsCode implements Rule {

    @Override
    public String name() {
        return "medicine-code";
    }

    @Override
    public String sentence() {
        return "Every medicine supplied is named by its dm+d code.";
    }

    @Override
    public String path() {
        return "MedicationDispense.medicationCodeableConcept";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<MedicationDispense> placed : examined.message().content(MedicationDispense.class)) {
            boolean named = placed.resource().getMedication() instanceof CodeableConcept concept
                    && (Codes.in(concept, FhirNames.DMD).isPresent()
                            || Codes.in(concept, FhirNames.SNOMED_CT).isPresent());
            if (!named) {
                findings.add(placed, "medication", "The medicine must be named by its dm+d code.");
            }
        }
    }
}
