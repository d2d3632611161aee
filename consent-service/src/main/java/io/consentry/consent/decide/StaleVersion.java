package io.consentry.consent.decide;

/** The caller spoke about a version that is no longer, or never was, the current one. */
class StaleVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleVersion(long current) {
        super("The current version is " + current);
    }
}
