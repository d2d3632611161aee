package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Quantity;
import org.hl7.fhir.dstu3.model.Quantity.QuantityComparator;

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
            if (isOutside(BloodPressure.quantity(placed.resource(), BloodPressure.SYSTOLIC), 40, 300)
                    || isOutside(BloodPressure.quantity(placed.resource(), BloodPressure.DIASTOLIC), 20, 200)) {
                findings.add(Finding.about(placed.id(), "component", "No living person has this blood pressure."));
            }
        }
    }

    /** "Above 300" is outside as well as 301 is, and "below 40" as well as 39. */
    private static boolean isOutside(Optional<Quantity> reading, int least, int most) {
        if (reading.isEmpty()) {
            return false;
        }
        int belowLeast = reading.get().getValue().compareTo(BigDecimal.valueOf(least));
        int aboveMost = reading.get().getValue().compareTo(BigDecimal.valueOf(most));
        return belowLeast < 0
                || aboveMost > 0
                || (belowLeast == 0 && reading.get().getComparator() == QuantityComparator.LESS_THAN)
                || (aboveMost == 0 && reading.get().getComparator() == QuantityComparator.GREATER_THAN);
    }
}
