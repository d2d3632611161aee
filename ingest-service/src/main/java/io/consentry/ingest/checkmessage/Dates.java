package io.consentry.ingest.checkmessage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days as FHIR writes them. */
final class Dates {

    private static final int YEAR = 4;
    private static final int MONTH = 7;
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

    /** The first day that a date can mean: of a year or month, its first. */
    static Optional<LocalDate> earliest(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        return switch (text.length()) {
            case YEAR -> day(text + "-01-01");
            case MONTH -> day(text + "-01");
            default -> day(text);
        };
    }

    /** The last day that a date can mean: of a year or month, its last. */
    static Optional<LocalDate> latest(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        return switch (text.length()) {
            case YEAR -> day(text + "-12-31");
            case MONTH -> earliest(text).map(first -> first.plusMonths(1).minusDays(1));
            default -> day(text);
        };
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
