package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.dstu3.model.Observation;

@Singleton
class SystolicIsAboveDiastolic implements Rule {

    @Override
    public String name() {
        return "blood-pressure-order";
    }

    @Override
    public String sentence() {
        return "The systolic blood pressure is above the diastolic.";
    }

    @Override
    public String path() {
        return "Observation.component.valueQuantity";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<Observation> placed : examined.message().content(Observation.class)) {
            Optional<BigDecimal> systolic = BloodPressure.reading(placed.resource(), BloodPressure.SYSTOLIC);
            Optional<BigDecimal> diastolic = BloodPressure.reading(placed.resource(), BloodPressure.DIASTOLIC);
            if (systolic.isPresent() && diastolic.isPresent() && systolic.get().compareTo(diastolic.get()) <= 0) {
                findings.add(Finding.about(
                        placed.id(),
                        "component",
                        "The systolic value must be above the diastolic: they may be exchanged."));
            }
        }
    }
}
