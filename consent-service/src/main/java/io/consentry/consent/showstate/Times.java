package io.consentry.consent.showstate;

import io.consentry.web.problem.ProblemType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Reads instants of query parameters. */
public final class Times {

    /** What PostgreSQL can hold with room to spare. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Times() {}

    /**
     * Reads an ISO-8601 instant, or refuses with 400. In whole microseconds, which is all that the log tells apart: what
     * was in force then, was in force at the last of them. PostgreSQL would round up, to what was not yet.
     */
    public static Instant read(String parameter, String value) {
        try {
            Instant time = Instant.parse(value);
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return time.truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeParseException e) {
            throw refusal(parameter);
        }
        throw refusal(parameter);
    }

    /** The first time that can be recorded and is not before the one that is read. */
    public static Instant readBound(String parameter, String value) {
        Instant time = read(parameter, value);
        return time.equals(Instant.parse(value)) ? time : time.plus(1, ChronoUnit.MICROS);
    }

    /** A time that can be kept, in whole microseconds, or a refusal. */
    public static Instant check(String member, Instant time, ProblemType refusal) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw refusal.because(member + " must lie between the years 1 and 9999.");
        }
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /** Reads a position of the log, or refuses with 400. */
    static Long position(String value) {
        if (!value.matches("\\d{1,18}")) {
            throw ProblemType.BAD_REQUEST.because("position must be a number.");
        }
        return Long.valueOf(value);
    }

    private static RuntimeException refusal(String parameter) {
        return ProblemType.BAD_REQUEST.because(
                parameter + " must be an ISO-8601 instant in UTC, for example 2026-07-01T09:00:00Z.");
    }
}
