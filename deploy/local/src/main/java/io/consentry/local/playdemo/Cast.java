package io.consentry.local.playdemo;

import io.consentry.local.issuetoken.LocalTokens;
import java.util.UUID;

/**
 * Who plays. All of them are invented.
 *
 * @param dataController may move the practice's switch
 * @param reviewer files and rejects
 * @param pharmacy sends
 * @param operator runs the suite
 * @param neighbour data controller of another practice
 * @param auditor replays
 */
record Cast(
        String dataController, String reviewer, String pharmacy, String operator, String neighbour, String auditor) {

    static final String PRACTICE = "Z00001";
    static final String OTHER_PRACTICE = "Z00002";

    static Cast of(LocalTokens tokens) {
        // Attempts of one person within a minute are counted together; a new person each time is seen at once.
        String run = UUID.randomUUID().toString().substring(0, 8);
        return new Cast(
                tokens.of("data-controller", PRACTICE, "data-controller-at-" + PRACTICE, "Dr Asha Verrall"),
                tokens.of("practice", PRACTICE, "practice-at-" + PRACTICE, "Dr Tomas Lind"),
                tokens.of("pharmacy", Sample.PHARMACY, "pharmacy-at-" + Sample.PHARMACY, "Millgate Pharmacy"),
                tokens.of("operator", "OPS01", "operator-" + run, "Op Rowe"),
                tokens.of("data-controller", OTHER_PRACTICE, "neighbour-" + run, "Dr Neil Border"),
                tokens.of("auditor", "AUD01", "auditor-at-AUD01", "Audra Quill"));
    }

    /** Prints no token. */
    @Override
    public String toString() {
        return "Cast";
    }
}
