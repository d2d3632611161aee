package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Codes;
import io.consentry.ingest.readmessage.FhirNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.dstu3.model.Observation;

/**
 * Which codes belong together: the reading as a whole, its systolic part and its diastolic part.
 *
 * <p>Source: GP Connect Update Record, blood pressure triplets.
 */
final class BloodPressureTriplets {

    private record Triplet(String whole, String systolic, String diastolic) {}

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

    private BloodPressureTriplets() {}

    /** Whether the observation is a blood pressure at all, by its own code or by a part's. */
    static boolean concerns(Observation observation) {
        String whole = whole(observation);
        return ALL.stream().anyMatch(triplet -> triplet.whole().equals(whole))
                || isPart(whole)
                || parts(observation).stream().anyMatch(BloodPressureTriplets::isPart);
    }

    private static boolean isPart(String code) {
        return BloodPressure.SYSTOLIC.contains(code) || BloodPressure.DIASTOLIC.contains(code);
    }

    /** Whether whole and parts are those of one triplet, and there is no other part. */
    static boolean isComplete(Observation observation) {
        Set<String> parts = parts(observation);
        return observation.getComponent().size() == 2
                && ALL.stream()
                        .filter(triplet -> triplet.whole().equals(whole(observation)))
                        .anyMatch(triplet -> parts.equals(Set.of(triplet.systolic(), triplet.diastolic())));
    }

    private static String whole(Observation observation) {
        return Codes.in(observation.getCode(), FhirNames.SNOMED_CT).orElse("");
    }

    private static Set<String> parts(Observation observation) {
        return observation.getComponent().stream()
                .flatMap(component -> Codes.in(component.getCode(), FhirNames.SNOMED_CT).stream())
                .collect(Collectors.toSet());
    }
}
