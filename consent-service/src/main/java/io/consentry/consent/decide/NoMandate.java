package io.consentry.consent.decide;

/** The caller has the role, but nobody with a mandate has given the caller one. */
class NoMandate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoMandate() {
        super("The caller holds no mandate of this practice");
    }
}
