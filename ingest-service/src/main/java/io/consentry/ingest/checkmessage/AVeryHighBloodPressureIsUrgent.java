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
    private static final Set<QuantityComparator> ONLY_KNOWN_TO_BE_MORE =
            EnumSet.of(QuantityComparator.GREATER_THAN, QuantityComparator.GREATER_OR_EQUAL);

    @Override
    public String name() {
        return "urgent-blood-pressure";
    }

    @Override
    public String sentence() {
        return "A blood pressure that is or may be 180 mmHg systolic or 120 mmHg diastolic and above is looked at the same day.";
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
            Optional<Quantity> systolic = BloodPressure.quantity(placed.resource(), BloodPressure.SYSTOLIC);
            Optional<Quantity> diastolic = BloodPressure.quantity(placed.resource(), BloodPressure.DIASTOLIC);
            if (reaches(systolic, SYSTOLIC) || reaches(diastolic, DIASTOLIC)) {
                findings.add(urgent(
                        placed, "The blood pressure calls for a referral the same day. Check that it was made."));
            } else if (isOpenAbove(systolic) || isOpenAbove(diastolic)) {
                findings.add(urgent(
                        placed,
                        "Of the blood pressure only a lower limit is given. It may call for a referral the same day:"
                                + " ask what was measured."));
            }
        }
    }

    private static Finding urgent(Placed<Observation> placed, String message) {
        return new Finding(
                "Bundle.descendants().where(id = '" + placed.id() + "').component",
                message,
                placed.id(),
                Severity.URGENT,
                false);
    }

    /** "Above 180" is as urgent as 180; of "below 180" nothing says that the limit was reached. */
    private static boolean reaches(Optional<Quantity> reading, BigDecimal limit) {
        return reading.isPresent()
                && reading.get().getValue().compareTo(limit) >= 0
                && !ONLY_KNOWN_TO_BE_LESS.contains(reading.get().getComparator());
    }

    /** "Above 170" may be 175 or 200. */
    private static boolean isOpenAbove(Optional<Quantity> reading) {
        return reading.isPresent()
                && ONLY_KNOWN_TO_BE_MORE.contains(reading.get().getComparator());
    }
}
