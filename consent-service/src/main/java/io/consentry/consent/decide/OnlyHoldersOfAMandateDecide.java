package io.consentry.consent.decide;

import io.consentry.web.problem.ProblemType;
import java.util.Set;

/**
 * Rule: a role, which an identity provider could hand out, is not enough to decide for a practice. It takes a mandate, and
 * mandates come only from holders of one, or at the very start from an enrolment on evidence.
 */
final class OnlyHoldersOfAMandateDecide {

    private OnlyHoldersOfAMandateDecide() {}

    static void check(Set<String> holders, Act act) {
        if (!holders.contains(act.actor().id())) {
            throw new NoMandate(act.practice());
        }
    }

    /** An operator starts a chain, and never adds to one. */
    static void checkEnrolment(Set<String> holders) {
        if (!holders.isEmpty()) {
            throw ProblemType.MANDATE_EXISTS.because(
                    "This practice has somebody who may decide. Only they can give another person a mandate.");
        }
    }
}
