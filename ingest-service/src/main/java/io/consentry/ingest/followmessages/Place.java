package io.consentry.ingest.followmessages;

import io.consentry.web.problem.ProblemType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place among the news, as it goes out in an event's id and comes back in {@code Last-Event-ID}.
 *
 * @param toldIn id of the transaction that told
 * @param number of the timeline entry
 */
record Place(long toldIn, long number) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** Right before the first piece of news that a transaction tells. */
    static Place before(long toldIn) {
        return new Place(toldIn, 0);
    }

    static Place read(String id) {
        Matcher parts = WRITTEN.matcher(id);
        if (!parts.matches()) {
            throw ProblemType.BAD_REQUEST.because("Last-Event-ID is not the id of an event that was given here.");
        }
        return new Place(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    String written() {
        return toldIn + "-" + number;
    }
}
