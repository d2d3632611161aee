package io.consentry.consent.showstate;

import io.consentry.consent.listorganisations.KnownPractices;
import io.consentry.web.caller.Caller;
import io.consentry.web.problem.ProblemType;
import io.consentry.web.request.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;

/** Rule: a practice sees what is its own; of another it is not even told that it is there. */
@ApplicationScoped
public class Interest {

    private final KnownPractices known;
    private final CurrentRequest request;

    Interest(KnownPractices known, CurrentRequest request) {
        this.known = known;
        this.request = request;
    }

    /**
     * Refuses with 404 whoever is neither of the practice nor has one of these roles; and everybody, as
     * {@code unknown-practice}, where no such practice is listed. Blocks.
     *
     * @param seeAll roles that see every practice
     */
    public void require(Caller caller, String practice, String... seeAll) {
        if (!caller.actsFor(practice) && Arrays.stream(seeAll).noneMatch(caller::has)) {
            throw ProblemType.NOT_FOUND.because("There is no such practice here.");
        }
        known.require(practice, caller, request.id());
    }
}
