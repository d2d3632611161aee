package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.FhirNames;
import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.util.List;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.dstu3.model.Quantity;
import org.hl7.fhir.dstu3.model.Type;
import org.jspecify.annotations.Nullable;

@Singleton
class EveryMeasurementHasItsUnit implements Rule {

    @Override
    public String name() {
        return "observation-unit";
    }

    @Override
    public String sentence() {
        return "A height, weight, BMI, heart rate, temperature or blood pressure has a number, and its UCUM unit;"
                + " no unit's words contradict its code.";
    }

    @Override
    public String path() {
        return "Observation.valueQuantity";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<Observation> placed : examined.message().content(Observation.class)) {
            Observation observation = placed.resource();
            boolean saysWhy = observation.hasDataAbsentReason();
            require(placed, "value", observation.getCode(), observation.getValue(), saysWhy, findings);
            List<ObservationComponentComponent> parts = observation.getComponent();
            for (int i = 0; i < parts.size(); i++) {
                ObservationComponentComponent part = parts.get(i);
                boolean partSaysWhy = saysWhy || part.hasDataAbsentReason();
                require(placed, "component[" + i + "].value", part.getCode(), part.getValue(), partSaysWhy, findings);
            }
        }
    }

    /** Where no system is named, nothing says that the code is another's. */
    private static boolean isOfUcum(Quantity quantity) {
        return !quantity.hasSystem() || FhirNames.UCUM.equals(quantity.getSystem());
    }

    /** A reason why there is no value excuses only where there is none. */
    private static void require(
            Placed<Observation> placed,
            String element,
            CodeableConcept code,
            @Nullable Type value,
            boolean saysWhyThereIsNone,
            Findings findings) {
        if (value == null && saysWhyThereIsNone) {
            return;
        }
        if (value instanceof Quantity quantity && UnitWords.contradictTheCode(quantity)) {
            findings.add(placed, element, "The words and the UCUM code of the unit name different units.");
        }
        Units.of(code).ifPresent(unit -> {
            boolean right = value instanceof Quantity quantity
                    && quantity.getValue() != null
                    && unit.equals(quantity.getCode())
                    && isOfUcum(quantity);
            if (!right) {
                findings.add(placed, element, "There must be a number with the UCUM unit " + unit + ".");
            }
        });
    }
}
