package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.MedicationDispense;
import org.hl7.fhir.dstu3.model.Quantity;

@Singleton
class EveryMedicineHasItsQuantity implements Rule {

    @Override
    public String name() {
        return "medicine-quantity";
    }

    @Override
    public String sentence() {
        return "Every medicine supplied has a quantity with value, unit, system and code.";
    }

    @Override
    public String path() {
        return "MedicationDispense.quantity";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<MedicationDispense> placed : examined.message().content(MedicationDispense.class)) {
            Quantity quantity = placed.resource().getQuantity();
            boolean told =
                    quantity.getValue() != null && quantity.hasUnit() && quantity.hasSystem() && quantity.hasCode();
            if (!told && !placed.resource().getNotDone()) {
                findings.add(
                        placed, "quantity", "The quantity must have a value, a unit and the unit's code and system.");
            }
        }
    }
}
