package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Flag.Severity;
import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.util.Set;
import org.hl7.fhir.dstu3.model.ClinicalImpression;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Condition;
import org.hl7.fhir.dstu3.model.Encounter;
import org.hl7.fhir.dstu3.model.MedicationDispense;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Resource;
import org.jspecify.annotations.Nullable;

/** Filed with the rest in one click, it would stand in the record as a finding. */
@Singleton
class WhatIsNotSoIsSeenAsSuch implements Rule {

    private static final Set<String> NOT_SO = Set.of("entered-in-error", "cancelled", "refuted");

    @Override
    public String name() {
        return "not-so";
    }

    @Override
    public String sentence() {
        return "What was entered in error, cancelled or refuted is acknowledged as such before it is filed.";
    }

    @Override
    public String path() {
        return "Observation.status | Condition.verificationStatus";
    }

    @Override
    public RuleMode mode() {
        return RuleMode.FLAG;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<Resource> placed : examined.message().content()) {
            String status = status(placed.resource());
            if (status != null && NOT_SO.contains(status)) {
                findings.add(new Finding(
                        placed.at(placed.resource() instanceof Condition ? "verificationStatus" : "status"),
                        "The " + placed.resource().fhirType() + " was entered in error, cancelled or refuted.",
                        placed.id(),
                        Severity.WARNING,
                        true));
            }
        }
    }

    private static @Nullable String status(Resource resource) {
        if (resource instanceof Observation observation) {
            return observation.getStatusElement().getValueAsString();
        } else if (resource instanceof Condition condition) {
            return condition.getVerificationStatusElement().getValueAsString();
        } else if (resource instanceof MedicationDispense dispense) {
            return dispense.getStatusElement().getValueAsString();
        } else if (resource instanceof ClinicalImpression impression) {
            return impression.getStatusElement().getValueAsString();
        } else if (resource instanceof Encounter encounter) {
            return encounter.getStatusElement().getValueAsString();
        } else if (resource instanceof Composition composition) {
            return composition.getStatusElement().getValueAsString();
        }
        return null;
    }
}
