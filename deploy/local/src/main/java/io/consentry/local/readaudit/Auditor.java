package io.consentry.local.readaudit;

import io.consentry.local.callsuite.RunningSuite;
import io.consentry.local.place.Home;
import io.consentry.local.place.Project;
import java.io.IOException;

/** The auditor that the sandbox's commands stand for, and the suite that is asked. */
record Auditor(RunningSuite suite, String token) {

    private static final String ORGANISATION = "AUD01";

    /** Before a suite that runs; see {@link RunningSuite#require}. */
    static Auditor atTheRunningSuite() throws IOException {
        RunningSuite suite = RunningSuite.require(Home.of(Project.fromSystemProperty()));
        return new Auditor(suite, suite.tokens().of("auditor", ORGANISATION));
    }
}
