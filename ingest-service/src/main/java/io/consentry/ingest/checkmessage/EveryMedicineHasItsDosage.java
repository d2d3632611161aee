package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.Dosage;
import org.hl7.fhir.dstu3.model.MedicationDispense;

@Singleton
class EveryMedicineHasItsDosage implements Rule {

    @Override
    public String name() {
        return "medicine-dosage";
    }

    @Override
    public String sentence() {
        return "Every medicine supplied has a dosage in words and an instruction for the patient.";
    }

    @Override
    public String path() {
        return "MedicationDispense.dosageInstruction";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<MedicationDispense> placed : examined.message().content(MedicationDispense.class)) {
            MedicationDispense dispense = placed.resource();
            boolean told = dispense.hasDosageInstruction()
                    && dispense.getDosageInstruction().stream().allMatch(EveryMedicineHasItsDosage::isTold);
            if (!told && !dispense.getNotDone()) {
                findings.add(
                        placed,
                        "dosageInstruction",
                        "The dosage and the patient's instruction must be given in words.");
            }
        }
    }

    private static boolean isTold(Dosage dosage) {
        return dosage.hasText() && dosage.hasPatientInstruction();
    }
}
