package io.consentry.consent.moveswitch;

import io.consentry.consent.events.Decision;
import io.consentry.web.problem.ProblemType;
import java.util.Optional;

/** Rule: a decision says where the switch goes and why, each in a word of its list. */
final class DecisionsAreComplete {

    private DecisionsAreComplete() {}

    static Decision decision(DecisionRequest request) {
        return Optional.ofNullable(request.decision())
                .flatMap(Decision::ofWord)
                .orElseThrow(() -> ProblemType.INVALID_DECISION.because("decision must be opted-in or opted-out."));
    }

    static String reason(DecisionRequest request) {
        return Optional.ofNullable(request.reason())
                .filter(Reason.words()::contains)
                .orElseThrow(() -> ProblemType.INVALID_DECISION.because(
                        "reason must be one of " + String.join(", ", Reason.words()) + "."));
    }
}
