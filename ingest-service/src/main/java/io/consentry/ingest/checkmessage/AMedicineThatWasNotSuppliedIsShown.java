package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Flag.Severity;
import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.MedicationDispense;

@Singleton
class AMedicineThatWasNotSuppliedIsShown implements Rule {

    @Override
    public String name() {
        return "medicine-not-supplied";
    }

    @Override
    public String sentence() {
        return "A medicine that was not supplied is not filed as if it had been.";
    }

    @Override
    public String path() {
        return "MedicationDispense.notDone";
    }

    @Override
    public RuleMode mode() {
        return RuleMode.FLAG;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<MedicationDispense> placed : examined.message().content(MedicationDispense.class)) {
            if (placed.resource().getNotDone()) {
                findings.add(new Finding(
                        placed.at("notDone"), "This medicine was not supplied.", placed.id(), Severity.WARNING, true));
            }
        }
    }
}
