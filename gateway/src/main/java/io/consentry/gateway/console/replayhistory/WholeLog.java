package io.consentry.gateway.console.replayhistory;

import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.moveswitch.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The log as one page needs it.
 *
 * @param events in order
 * @param whole whether these are all; beyond so many, the newest are left out of the picture
 */
record WholeLog(List<Happened> events, boolean whole) {

    private static final int PAGE = 500;
    /** 6,200 practices with three services decide some 25,000 times; more needs an export, not a page. */
    private static final int MOST_PAGES = 60;

    static WholeLog read(SuiteApi suite) {
        List<Happened> events = new ArrayList<>();
        String next = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Happened.Page read =
                    suite.get("/audit/consent-events?limit=" + PAGE + next).as(Happened.Page.class);
            events.addAll(read.events());
            if (read.next() == null || read.events().isEmpty()) {
                return new WholeLog(List.copyOf(events), true);
            }
            next = "&after=" + read.next();
        }
        return new WholeLog(List.copyOf(events), false);
    }

    public boolean isEmpty() {
        return events.isEmpty();
    }

    public long last() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).position();
    }

    /** The position of the last event that was recorded by then; 0 where there is none. */
    long lastBefore(Instant time) {
        return events.stream()
                .filter(event -> !event.recordedAt().isAfter(time))
                .mapToLong(Happened::position)
                .max()
                .orElse(0);
    }

    /** When such events were recorded. */
    List<Instant> times(Predicate<Happened> wanted) {
        return events.stream().filter(wanted).map(Happened::recordedAt).toList();
    }

    Optional<Happened> at(long position) {
        return events.stream().filter(event -> event.position() == position).findFirst();
    }
}
