package io.consentry.ingest.checkmessage;

import java.util.stream.Stream;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.Coding;
import org.hl7.fhir.dstu3.model.Condition;
import org.hl7.fhir.dstu3.model.MedicationDispense;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Resource;

/** Every code that a clinical resource asserts, wherever in it the sender put it. */
final class Codings {

    private Codings() {}

    static Stream<Coding> asserted(Resource resource) {
        if (resource instanceof Observation observation) {
            return Stream.concat(
                            Stream.of(observation.getCode(), observation.getValue()),
                            observation.getComponent().stream()
                                    .flatMap(component -> Stream.of(component.getCode(), component.getValue())))
                    .filter(CodeableConcept.class::isInstance)
                    .flatMap(concept -> ((CodeableConcept) concept).getCoding().stream());
        }
        return resource instanceof Condition condition ? condition.getCode().getCoding().stream() : Stream.empty();
    }

    /** Every coding that a reviewer may file: what is asserted, and what is supplied. */
    static Stream<Coding> anywhere(Resource resource) {
        return resource instanceof MedicationDispense dispense
                        && dispense.getMedication() instanceof CodeableConcept medicine
                ? medicine.getCoding().stream()
                : asserted(resource);
    }

    /** Whether the resource asserts this code, in whatever system the sender named. */
    static boolean asserts(Resource resource, String code) {
        return asserted(resource).anyMatch(coding -> code.equals(coding.getCode()));
    }
}
