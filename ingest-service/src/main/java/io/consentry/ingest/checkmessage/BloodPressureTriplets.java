package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Codes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Observation.ObservationComponentComponent;

/**
 * Which codes belong together: the reading as a whole, its systolic part and its diastolic part.
 *
 * <p>Source: GP Connect Update Record, blood pressure triplets.
 */
final class BloodPressureTriplets {

    private record Triplet(Set<String> whole, Set<String> systolic, Set<String> diastolic) {

        Triplet(String whole, String systolic, String diastolic) {
            this(Set.of(whole), Set.of(systolic), Set.of(diastolic));
        }

        boolean isOf(CodeableConcept code, CodeableConcept one, CodeableConcept other) {
            return Codes.isOneOf(code, whole)
                    && ((isOnly(one, systolic, diastolic) && isOnly(other, diastolic, systolic))
                            || (isOnly(one, diastolic, systolic) && isOnly(other, systolic, diastolic)));
        }

        /** What says of itself that it is both is neither. */
        private static boolean isOnly(CodeableConcept part, Set<String> codes, Set<String> others) {
            return Codes.isOneOf(part, codes) && !Codes.isOneOf(part, others);
        }
    }

    private static final List<Triplet> ALL = List.of(
            new Triplet("163020007", "72313002", "1091811000000102"),
            new Triplet("163020007", "72313002", "271650006"),
            new Triplet("163020007", "271649006", "271650006"),
            new Triplet("163033001", "407556006", "407557002"),
            new Triplet("163034007", "400974009", "400975005"),
            new Triplet("163035008", "407554009", "407555005"),
            new Triplet("928021000000108", "716579001", "716632005"),
            new Triplet("2181371000000107", "2181381000000109", "2181391000000106"),
            new Triplet("335661000000109", "1162737008", "1162735000"));

    private static final Set<String> WHOLES =
            ALL.stream().flatMap(triplet -> triplet.whole().stream()).collect(Collectors.toSet());

    private BloodPressureTriplets() {}

    /** Whether the observation is a blood pressure at all, by its own codes or by a part's. */
    static boolean concerns(Observation observation) {
        if (Codes.isOneOf(observation.getCode(), WHOLES) || isPart(observation.getCode())) {
            return true;
        }
        for (ObservationComponentComponent part : observation.getComponent()) {
            if (isPart(part.getCode())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(CodeableConcept code) {
        return Codes.isOneOf(code, BloodPressure.SYSTOLIC) || Codes.isOneOf(code, BloodPressure.DIASTOLIC);
    }

    /** Whether whole and parts are those of one triplet, and there is no other part and no number of the whole. */
    static boolean isComplete(Observation observation) {
        List<ObservationComponentComponent> parts = observation.getComponent();
        if (parts.size() != 2 || observation.hasValue()) {
            return false;
        }
        for (Triplet triplet : ALL) {
            if (triplet.isOf(
                    observation.getCode(), parts.get(0).getCode(), parts.get(1).getCode())) {
                return true;
            }
        }
        return false;
    }
}
