package io.consentry.consent.keepevents;

import io.consentry.web.nhsnumber.NhsNumberInText;
import io.consentry.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Rule: what people write into the log is short, can be kept, and names no patient by NHS number. */
public final class TextsHoldNoPatient {

    /** Characters; long enough for a sentence, too short for a consultation. */
    public static final int LONGEST = 280;

    private TextsHoldNoPatient() {}

    /**
     * Refuses a text that breaks the rule; no text breaks none.
     *
     * @param member name of the text in the request
     * @param refusal what it is refused with
     */
    public static void check(String member, @Nullable String text, ProblemType refusal) {
        if (text == null) {
            return;
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw refusal.because(member + " must have at most " + LONGEST + " characters.");
        }
        if (text.codePoints().anyMatch(TextsHoldNoPatient::cannotBeKept)) {
            throw refusal.because(member + " holds a character that is no text.");
        }
        if (NhsNumberInText.isFoundIn(text)) {
            throw refusal.because(member + " holds an NHS number. Nothing here is ever about a patient.");
        }
    }

    /** As {@link #check}, for a text that must be there. */
    public static String required(String member, @Nullable String text, ProblemType refusal) {
        if (text == null || text.isBlank()) {
            throw refusal.because(member + " must be given.");
        }
        check(member, text, refusal);
        return text.strip();
    }

    private static boolean cannotBeKept(int character) {
        return (Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t')
                || Character.getType(character) == Character.SURROGATE;
    }
}
