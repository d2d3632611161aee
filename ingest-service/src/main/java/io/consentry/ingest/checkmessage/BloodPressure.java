package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Coding;
import io.consentry.consultation.Entry;
import io.consentry.consultation.Entry.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** The reading under one of these codes, whether it stands alone or as a part; absent where it is no number. */
    static Optional<BigDecimal> reading(Entry entry, Set<String> codes) {
        return Stream.concat(
                        Stream.of(new Reading(entry.code(), entry.value())),
                        entry.parts().stream().map(part -> new Reading(part.code(), part.value())))
                .filter(reading -> reading.isOneOf(codes))
                .map(Reading::number)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private record Reading(@Nullable Coding code, @Nullable Value value) {

        boolean isOneOf(Set<String> codes) {
            return code != null && code.code() != null && codes.contains(code.code());
        }

        Optional<BigDecimal> number() {
            return value == null || value.number() == null
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(value.number()));
        }
    }
}
