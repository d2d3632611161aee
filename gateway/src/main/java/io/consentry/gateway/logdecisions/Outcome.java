package io.consentry.gateway.logdecisions;

import java.util.Locale;

/** How a decision went. */
public enum Outcome {
    ALLOWED,
    /** There was no token. */
    UNAUTHENTICATED,
    /** What was shown as a token is none of ours, or no longer. */
    TOKEN_REFUSED,
    WRONG_ROLE,
    OTHER_ORGANISATION,
    MALFORMED,
    OVER_LIMIT;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
