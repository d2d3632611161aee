package io.consentry.filing.telltime;

import io.consentry.web.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;

/** Times that somebody asks for. The calendar of the language is longer than that of the database. */
public final class AskedTime {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private AskedTime() {}

    /** The time that the text says; 400 where it says none. */
    public static Instant parse(String parameter, String text) {
        try {
            return required(parameter, Instant.parse(text));
        } catch (DateTimeException e) {
            throw ProblemType.BAD_REQUEST.because(parameter + " is not a time such as 2026-03-02T09:30:00Z.");
        }
    }

    /** The same time; 400 where nobody could have kept it. */
    public static Instant required(String parameter, Instant time) {
        if (!canBeKept(time)) {
            throw ProblemType.BAD_REQUEST.because(parameter + " is of no year from 1 to 9999.");
        }
        return time;
    }

    public static boolean canBeKept(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }
}
