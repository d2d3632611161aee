package io.consentry.gateway.console.moveswitch;

import io.consentry.gateway.console.callsuite.SuiteApi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that ever happened to one practice's switches. */
public final class History {

    private static final int PAGE = 500;
    /** More than any practice decides in a working life; what a runaway program decides is read by API. */
    private static final int MOST_PAGES = 20;

    private History() {}

    /** In the order in which it happened. */
    public static List<Happened> read(SuiteApi suite, String practice) {
        List<Happened> history = new ArrayList<>();
        @Nullable String next = null;
        for (int page = 0; page < MOST_PAGES && (page == 0 || next != null); page++) {
            Happened.Page read = suite.get("/practices/" + practice + "/consent/history?limit=" + PAGE
                            + (next == null ? "" : "&next=" + next))
                    .as(Happened.Page.class);
            history.addAll(read.events());
            next = read.next();
        }
        return history;
    }
}
