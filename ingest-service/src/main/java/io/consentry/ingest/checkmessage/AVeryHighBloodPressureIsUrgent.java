package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Flag.Severity;
import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.dstu3.model.Observation;

/**
 * Source: NHS Community Pharmacy Hypertension Case-Finding service, same-day referral from 180 mmHg systolic or 120 mmHg
 * diastolic.
 */
@Singleton
class AVeryHighBloodPressureIsUrgent implements Rule {

    private static final BigDecimal SYSTOLIC = BigDecimal.valueOf(180);
    private static final BigDecimal DIASTOLIC = BigDecimal.valueOf(120);

    @Override
    public String name() {
        return "urgent-blood-pressure";
    }

    @Override
    public String sentence() {
        return "A blood pressure of 180 mmHg systolic or 120 mmHg diastolic and above is looked at the same day.";
    }

    @Override
    public String path() {
        return "Observation.component.valueQuantity";
    }

    @Override
    public RuleMode mode() {
        return RuleMode.FLAG;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<Observation> placed : examined.message().content(Observation.class)) {
            if (reaches(BloodPressure.reading(placed.resource(), BloodPressure.SYSTOLIC), SYSTOLIC)
                    || reaches(BloodPressure.reading(placed.resource(), BloodPressure.DIASTOLIC), DIASTOLIC)) {
                findings.add(new Finding(
                        "Bundle.descendants().where(id = '" + placed.id() + "').component",
                        "The blood pressure calls for a referral the same day. Check that it was made.",
                        placed.id(),
                        Severity.URGENT,
                        false));
            }
        }
    }

    private static boolean reaches(Optional<BigDecimal> reading, BigDecimal limit) {
        return reading.isPresent() && reading.get().compareTo(limit) >= 0;
    }
}
