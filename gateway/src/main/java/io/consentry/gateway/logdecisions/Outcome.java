package io.consentry.gateway.logdecisions;

import java.util.Locale;

/** How a decision went. */
public enum Outcome {
    ALLOWED,
    UNAUTHENTICATED,
    WRONG_ROLE,
    OTHER_ORGANISATION,
    MALFORMED,
    OVER_LIMIT;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
