package io.consentry.ingest.checkmessage;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** How old the patient was at the consultation. */
final class Ages {

    private Ages() {}

    /** Whether it was about contraception, and the patient younger than this. */
    static boolean contraceptionUnder(int limit, Examined examined) {
        return "contraception".equals(examined.consultation().service())
                && on(examined).map(age -> age < limit).orElse(false);
    }

    /** Full years on the day of the consultation, or of arrival where it names none; absent without a day of birth. */
    static Optional<Integer> on(Examined examined) {
        LocalDate day = Dates.day(examined.consultation().date()).orElse(Dates.day(examined.receivedAt()));
        return Dates.day(examined.consultation().patient().birthDate())
                .map(birth -> Period.between(birth, day).getYears());
    }
}
