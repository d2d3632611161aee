package io.consentry.ingest.keepmessage;

import io.consentry.web.nhsnumber.NhsNumberInText;
import io.consentry.web.problem.ProblemType;

/** Words that people give along and that are kept in the clear: short, printable, and without a patient's number. */
public final class HarmlessWords {

    private HarmlessWords() {}

    /** The words as they are; fails with the problem to answer where they cannot be kept. */
    public static String require(String name, String words, int longest) {
        if (!MessageKey.isUsable(words) || words.length() > longest || NhsNumberInText.isFoundIn(words)) {
            throw ProblemType.BAD_REQUEST.because(
                    name + " is 1 to " + longest + " printable characters without an NHS number.");
        }
        return words;
    }
}
