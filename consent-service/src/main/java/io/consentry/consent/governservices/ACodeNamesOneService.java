package io.consentry.consent.governservices;

import io.consentry.web.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rule: a message says by its code which service it is of, so no two services share one. */
final class ACodeNamesOneService {

    private ACodeNamesOneService() {}

    static void check(String service, List<String> codes, Map<String, Set<String>> others) {
        boolean taken = others.entrySet().stream()
                .filter(other -> !other.getKey().equals(service))
                .anyMatch(other -> codes.stream().anyMatch(other.getValue()::contains));
        if (taken) {
            throw ProblemType.INVALID_RECORD.because("One of the codes names another service already.");
        }
    }
}
