package io.consentry.consent.showstate;

import io.consentry.web.caller.Caller;
import io.consentry.web.problem.ProblemType;
import java.util.Arrays;

/** Rule: a practice sees what is its own; of another it is not even told that it is there. */
public final class Interest {

    private Interest() {}

    /**
     * Refuses with 404 whoever is neither of the practice nor has one of these roles.
     *
     * @param seeAll roles that see every practice
     */
    public static void require(Caller caller, String practice, String... seeAll) {
        if (!caller.actsFor(practice) && Arrays.stream(seeAll).noneMatch(caller::has)) {
            throw ProblemType.NOT_FOUND.because("There is no such practice here.");
        }
    }
}
