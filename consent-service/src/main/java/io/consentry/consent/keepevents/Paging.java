package io.consentry.consent.keepevents;

import io.consentry.web.problem.ProblemType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Positions and page sizes as callers write them. */
public final class Paging {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 500;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private Paging() {}

    /** The position to go on after; 0, before the first event, where nothing was asked. */
    public static long position(String parameter, @Nullable String value) {
        if (value == null) {
            return 0;
        }
        if (!NUMBER.matcher(value).matches()) {
            throw ProblemType.BAD_REQUEST.because(parameter + " must be a value that an earlier answer gave.");
        }
        return Long.parseLong(value);
    }

    /** How many a page shall have. */
    public static int limit(@Nullable String value) {
        if (value == null) {
            return DEFAULT_LIMIT;
        }
        long limit = NUMBER.matcher(value).matches() ? Long.parseLong(value) : 0;
        if (limit < 1 || limit > MOST) {
            throw ProblemType.BAD_REQUEST.because("limit must be a number from 1 to " + MOST + ".");
        }
        return (int) limit;
    }
}
