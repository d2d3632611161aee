package io.consentry.ingest.keepmessage;

import io.consentry.web.problem.ProblemType;
import java.util.regex.Pattern;

/** Words that people give along and that are kept in the clear: short, printable, and without a patient's number. */
public final class HarmlessWords {

    private static final Pattern TEN_DIGITS = Pattern.compile("(?:\\d[ -]?){10}");

    private HarmlessWords() {}

    /** The words as they are; fails with the problem to answer where they cannot be kept. */
    public static String require(String name, String words, int longest) {
        if (!MessageKey.isUsable(words)
                || words.length() > longest
                || TEN_DIGITS.matcher(words).find()) {
            throw ProblemType.BAD_REQUEST.because(name + " is 1 to " + longest
                    + " printable characters without a number of ten digits, which could be the patient's.");
        }
        return words;
    }
}
