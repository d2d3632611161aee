package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.Observation;

@Singleton
class ABloodPressureIsOneOfTheTriplets implements Rule {

    @Override
    public String name() {
        return "blood-pressure-triplet";
    }

    @Override
    public String sentence() {
        return "A blood pressure has a systolic and a diastolic part whose codes belong to the code of the whole.";
    }

    @Override
    public String path() {
        return "Observation.component.code";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<Observation> placed : examined.message().content(Observation.class)) {
            Observation observation = placed.resource();
            if (BloodPressureTriplets.concerns(observation) && !BloodPressureTriplets.isComplete(observation)) {
                findings.add(
                        placed,
                        "component",
                        "The blood pressure must have the systolic and the diastolic part that belong to its code.");
            }
        }
    }
}
