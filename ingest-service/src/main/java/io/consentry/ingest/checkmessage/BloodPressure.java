package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Codes;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.dstu3.model.Quantity;

/**
 * The codes of systolic and diastolic readings, and the readings of an entry.
 *
 * <p>Source: GP Connect Update Record, blood pressure triplets.
 */
final class BloodPressure {

    static final Set<String> SYSTOLIC = Set.of(
            "72313002",
            "271649006",
            "407556006",
            "400974009",
            "407554009",
            "716579001",
            "2181381000000109",
            "1162737008");
    static final Set<String> DIASTOLIC = Set.of(
            "1091811000000102",
            "271650006",
            "407557002",
            "400975005",
            "407555005",
            "716632005",
            "2181391000000106",
            "1162735000");

    private BloodPressure() {}

    /** The number of the reading under one of these codes, whether it is that or above or below it; absent without one. */
    static Optional<BigDecimal> reading(Observation observation, Set<String> codes) {
        return quantity(observation, codes).map(Quantity::getValue);
    }

    /** The reading under one of these codes, whether it stands alone or as a part; absent where it has no number. */
    static Optional<Quantity> quantity(Observation observation, Set<String> codes) {
        return Stream.concat(
                        Stream.ofNullable(observation.getValue())
                                .filter(value -> Codes.isOneOf(observation.getCode(), codes)),
                        observation.getComponent().stream()
                                .filter(part -> Codes.isOneOf(part.getCode(), codes))
                                .map(ObservationComponentComponent::getValue))
                .filter(Quantity.class::isInstance)
                .map(Quantity.class::cast)
                .filter(quantity -> quantity.getValue() != null)
                .findFirst();
    }
}
