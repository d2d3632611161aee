package io.consentry.ingest.checkmessage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days as FHIR writes them. */
final class Dates {

    private static final int DAY = "2026-01-01".length();

    private Dates() {}

    /** The day of a date or dateTime; absent where it is less precise than a day. */
    static Optional<LocalDate> day(@Nullable String text) {
        if (text == null || text.length() < DAY) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(0, DAY)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
