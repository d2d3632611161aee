package io.consentry.ingest.keepmessage;

import io.consentry.web.problem.ProblemType;
import java.time.Instant;

/** When people say that they did something. The calendar of the language is longer than that of the database. */
public final class PastTime {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private PastTime() {}

    /** The time as it is; fails with the problem to answer where it lies in the future or cannot be kept. */
    public static Instant require(String name, Instant time, Instant now) {
        if (time.isAfter(now)) {
            throw ProblemType.BAD_REQUEST.because(name + " lies in the future.");
        }
        if (time.isBefore(FIRST)) {
            throw ProblemType.BAD_REQUEST.because(name + " lies before the year 1.");
        }
        return time;
    }
}
