package io.consentry.consent.decide;

import io.consentry.consent.recordattempt.RecordedRefusal;
import io.consentry.web.problem.ProblemType;

/** The caller has the role, but nobody with a mandate has given the caller one. */
class NoMandate extends RecordedRefusal {

    private static final long serialVersionUID = 1L;

    NoMandate(String practice) {
        super(
                "no-mandate",
                ProblemType.ONLY_THE_PRACTICE_DECIDES.because(
                        "Only holders of a mandate of " + practice + " decide for it. This attempt was recorded."));
    }
}
