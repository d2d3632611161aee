package io.consentry.filing.item;

/** Of two people who act on the same version, one wins and the other is told. */
final class TheReviewerSawTheLatestVersion {

    private TheReviewerSawTheLatestVersion() {}

    static void check(long seen, long current) {
        if (seen != current) {
            throw new ActRefused(new Refusal.StaleVersion(current));
        }
    }
}
