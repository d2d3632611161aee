package io.consentry.ingest.receivemessage;

import io.consentry.ingest.checkmessage.Violation;
import io.consentry.ingest.openfallback.Fallback;
import io.consentry.web.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Set;

/** Every way in which a message that was read is refused, each with what its sender does next. */
final class Refusals {

    private static final String DUPLICATE_DOCUMENT = "duplicate-document";
    private static final String REPLACEMENT_TARGET = "replacement-target";

    /** The rules that look at the MessageHeader, its extension and the organisation it names. */
    private static final Set<String> OF_THE_HEADER = Set.of("message-header", "sender");

    private Refusals() {}

    /**
     * It breaks rules; all of them are told. A wrong header gives the code, because a receiver that went by the standard
     * would look no further; else a rule that ITK3 has a code for, where only that one is broken.
     */
    static HttpProblem violations(List<Violation> violations) {
        return typeOf(violations)
                .with("The message breaks " + violations.size()
                        + " of the rules at /rules. Correct all of it and send it under a new identifier.")
                .with("errors", violations)
                .build();
    }

    private static ProblemType typeOf(List<Violation> violations) {
        if (violations.stream().anyMatch(violation -> OF_THE_HEADER.contains(violation.rule()))) {
            return ProblemType.INVALID_HEADER;
        }
        if (onlyBreaks(violations, DUPLICATE_DOCUMENT)) {
            return ProblemType.DUPLICATE_DOCUMENT;
        }
        return onlyBreaks(violations, REPLACEMENT_TARGET)
                ? ProblemType.REPLACEMENT_IMPOSSIBLE
                : ProblemType.INVALID_MESSAGE;
    }

    private static boolean onlyBreaks(List<Violation> violations, String rule) {
        return violations.stream().allMatch(violation -> violation.rule().equals(rule));
    }

    static HttpProblem duplicate() {
        return ProblemType.DUPLICATE_MESSAGE.because(
                "Another content, or the same for another practice, was sent under this identifier before."
                        + " Give a new message a new identifier.");
    }

    static HttpProblem duplicateDocument() {
        return ProblemType.DUPLICATE_DOCUMENT.because(
                "The same document was sent to this practice in another message at this moment.");
    }

    /** The message that was in the way is no longer: a held one was declined at this very moment. */
    static HttpProblem goneMeanwhile() {
        return ProblemType.UNAVAILABLE.because("The message was decided at this moment. Send it again.");
    }

    static HttpProblem optedOut(Fallback duty) {
        return ProblemType.PRACTICE_OPTED_OUT
                .with("Switched off by the practice: it does not take messages of this service. Nothing of the"
                        + " message was kept. Deliver the consultation another way and give proof of it.")
                .with("fallback", duty)
                .build();
    }

    static HttpProblem suspended(Fallback duty) {
        return ProblemType.SENDER_SUSPENDED
                .with(
                        "Messages of this sender, or of the system that made the message, are not taken until the operator"
                                + " lifts the suspension. Nothing of the message was kept. Deliver the consultation another"
                                + " way and give proof of it.")
                .with("fallback", duty)
                .build();
    }

    /** No fallback duty: there is nobody to deliver to another way. */
    static HttpProblem unknownPractice() {
        return ProblemType.UNKNOWN_PRACTICE.because(
                "The directory lists no open practice of this code. Nothing of the message was kept.");
    }
}
