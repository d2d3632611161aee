package io.consentry.consultation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patient as the pharmacy named them.
 *
 * @param nhsNumber ten digits, absent where the message has none
 * @param nhsNumberStatus code of the verification status, {@code 01} for present and verified
 * @param birthDate ISO date, with the precision that was sent
 * @param gender FHIR administrative gender
 * @param address lines and postcode in the order sent
 * @param deceased whether the message says that the patient has died
 */
public record Patient(
        @Nullable String nhsNumber,
        @Nullable String nhsNumberStatus,
        @Nullable String family,
        List<String> given,
        @Nullable String prefix,
        @Nullable String birthDate,
        @Nullable String gender,
        List<String> address,
        boolean deceased) {

    public Patient {
        given = Lists.orEmpty(given);
        address = Lists.orEmpty(address);
    }

    /** Prints nothing of the patient. */
    @Override
    public String toString() {
        return "Patient[withheld]";
    }
}
