package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Flag.Severity;
import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Quantity;
import org.hl7.fhir.dstu3.model.Quantity.QuantityComparator;

/**
 * Source: NHS Community Pharmacy Hypertension Case-Finding service, same-day referral from 180 mmHg systolic or 120 mmHg
 * diastolic.
 */
@Singleton
class AVeryHighBloodPressureIsUrgent implements Rule {

    private static final BigDecimal SYSTOLIC = BigDecimal.valueOf(180);
    private static final BigDecimal DIASTOLIC = BigDecimal.valueOf(120);
    private static final Set<QuantityComparator> ONLY_KNOWN_TO_BE_LESS =
            EnumSet.of(QuantityComparator.LESS_THAN, QuantityComparator.LESS_OR_EQUAL);

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
            if (reaches(BloodPressure.quantity(placed.resource(), BloodPressure.SYSTOLIC), SYSTOLIC)
                    || reaches(BloodPressure.quantity(placed.resource(), BloodPressure.DIASTOLIC), DIASTOLIC)) {
                findings.add(new Finding(
                        "Bundle.descendants().where(id = '" + placed.id() + "').component",
                        "The blood pressure calls for a referral the same day. Check that it was made.",
                        placed.id(),
                        Severity.URGENT,
                        false));
            }
        }
    }

    /** "Above 180" is as urgent as 180; of "below 180" nothing says that the limit was reached. */
    private static boolean reaches(Optional<Quantity> reading, BigDecimal limit) {
        return reading.isPresent()
                && reading.get().getValue().compareTo(limit) >= 0
                && !ONLY_KNOWN_TO_BE_LESS.contains(reading.get().getComparator());
    }
}
