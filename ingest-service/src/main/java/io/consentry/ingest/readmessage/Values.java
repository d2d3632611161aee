package io.consentry.ingest.readmessage;

import io.consentry.consultation.Entry.Value;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.Quantity;
import org.hl7.fhir.dstu3.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads what was measured or answered. */
final class Values {

    private Values() {}

    static @Nullable Value of(@Nullable Type sent) {
        if (sent == null || sent.isEmpty()) {
            return null;
        }
        // "below 5" must never be shown as 5, so a quantity with a comparator is told in words.
        if (sent instanceof Quantity quantity && !quantity.hasComparator() && quantity.hasValue()) {
            return new Value(
                    quantity.getValueElement().getValueAsString(), quantity.getUnit(), quantity.getCode(), null, null);
        }
        if (sent instanceof CodeableConcept concept) {
            return new Value(
                    null,
                    null,
                    null,
                    Codes.of(concept),
                    InWords.joined(" / ", Codes.textBeside(concept), Codes.others(concept)));
        }
        String words = InWords.of(sent);
        return words == null ? null : new Value(null, null, null, null, words);
    }
}
