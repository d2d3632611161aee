package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Entry;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Optional;

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
        for (Entry entry : examined.consultation().entries()) {
            Optional<BigDecimal> systolic = BloodPressure.reading(entry, BloodPressure.SYSTOLIC);
            Optional<BigDecimal> diastolic = BloodPressure.reading(entry, BloodPressure.DIASTOLIC);
            if (systolic.isPresent() && diastolic.isPresent() && systolic.get().compareTo(diastolic.get()) <= 0) {
                findings.add(Finding.about(
                        entry, "component", "The systolic value must be above the diastolic: they may be exchanged."));
            }
        }
    }
}
