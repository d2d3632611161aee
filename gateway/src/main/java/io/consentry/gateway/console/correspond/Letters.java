package io.consentry.gateway.console.correspond;

import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.signin.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All letters, read from the suite page by page. */
public final class Letters {

    private static final int PAGE = 500;
    /** Some decades of them; what is older is read by API. */
    private static final int MOST_PAGES = 20;

    private Letters() {}

    /** How many letters somebody at this person's practice should read or answer. */
    public static long waitingFor(SuiteApi suite, Session session) {
        Reader reader = new Reader(session);
        return read(suite).stream().filter(reader::shouldAct).count();
    }

    /** The newest first: that is where the answers are missing. */
    static List<Letter> read(SuiteApi suite) {
        List<Letter> letters = new ArrayList<>();
        String next = null;
        for (int page = 0; page < MOST_PAGES && (page == 0 || next != null); page++) {
            Notice.Page read = suite.get("/notices" + from(next)).as(Notice.Page.class);
            read.notices().forEach(notice -> letters.add(Letter.of(notice)));
            next = read.next();
        }
        next = null;
        for (int page = 0; page < MOST_PAGES && (page == 0 || next != null); page++) {
            Asked.Page read = suite.get("/requests" + from(next)).as(Asked.Page.class);
            read.requests().forEach(request -> letters.add(Letter.of(request)));
            next = read.next();
        }
        letters.sort(Comparator.comparingLong(Letter::position).reversed());
        return letters;
    }

    private static String from(@Nullable String next) {
        return "?limit=" + PAGE + (next == null ? "" : "&next=" + next);
    }
}
