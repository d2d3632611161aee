package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Flag.Severity;
import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.MedicationDispense;

@Singleton
class APregnancyWithAMedicineIsAcknowledged implements Rule {

    @Override
    public String name() {
        return "pregnancy-with-medicine";
    }

    @Override
    public String sentence() {
        return "A medicine supplied to a patient who is said to be pregnant is acknowledged on its own.";
    }

    @Override
    public String path() {
        return "MedicationDispense";
    }

    @Override
    public RuleMode mode() {
        return RuleMode.FLAG;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        if (!Pregnancy.isAsserted(examined.message())) {
            return;
        }
        for (Placed<MedicationDispense> placed : examined.message().content(MedicationDispense.class)) {
            if (!placed.resource().getNotDone()) {
                findings.add(new Finding(
                        placed.path(),
                        "A medicine was supplied, and the same message says that the patient is pregnant.",
                        placed.id(),
                        Severity.WARNING,
                        true));
            }
        }
    }
}
