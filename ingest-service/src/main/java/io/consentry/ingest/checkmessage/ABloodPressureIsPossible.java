package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.dstu3.model.Observation;

@Singleton
class ABloodPressureIsPossible implements Rule {

    @Override
    public String name() {
        return "blood-pressure-range";
    }

    @Override
    public String sentence() {
        return "A systolic blood pressure is from 40 to 300 mmHg, a diastolic from 20 to 200.";
    }

    @Override
    public String path() {
        return "Observation.component.valueQuantity";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<Observation> placed : examined.message().content(Observation.class)) {
            if (isOutside(BloodPressure.reading(placed.resource(), BloodPressure.SYSTOLIC), 40, 300)
                    || isOutside(BloodPressure.reading(placed.resource(), BloodPressure.DIASTOLIC), 20, 200)) {
                findings.add(Finding.about(placed.id(), "component", "No living person has this blood pressure."));
            }
        }
    }

    private static boolean isOutside(Optional<BigDecimal> reading, int least, int most) {
        return reading.isPresent()
                && (reading.get().compareTo(BigDecimal.valueOf(least)) < 0
                        || reading.get().compareTo(BigDecimal.valueOf(most)) > 0);
    }
}
