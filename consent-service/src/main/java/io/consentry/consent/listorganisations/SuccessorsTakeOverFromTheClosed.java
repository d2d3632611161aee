package io.consentry.consent.listorganisations;

import io.consentry.web.problem.ProblemType;

/** Rule: only a closed organisation has a successor, and it is another one. */
final class SuccessorsTakeOverFromTheClosed {

    private SuccessorsTakeOverFromTheClosed() {}

    static void check(DescribeOrganisation command) {
        if (command.successor() == null) {
            return;
        }
        if (command.open()) {
            throw ProblemType.INVALID_RECORD.because("An open organisation has no successor.");
        }
        if (command.successor().equals(command.organisation())) {
            throw ProblemType.INVALID_RECORD.because("An organisation does not succeed itself.");
        }
    }
}
