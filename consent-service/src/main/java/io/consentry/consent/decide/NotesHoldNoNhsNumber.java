package io.consentry.consent.decide;

import io.consentry.web.nhsnumber.NhsNumberInText;
import io.consentry.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Rule: a note is short, can be kept, and names no patient by NHS number. */
public final class NotesHoldNoNhsNumber {

    /** Characters; long enough for a sentence, too short for a consultation. */
    static final int LONGEST = 280;

    private NotesHoldNoNhsNumber() {}

    /** Refuses a note that breaks the rule; no note breaks none. */
    public static void check(@Nullable String note) {
        if (note == null) {
            return;
        }
        if (note.codePointCount(0, note.length()) > LONGEST) {
            throw ProblemType.INVALID_DECISION.because("note must have at most " + LONGEST + " characters.");
        }
        if (note.codePoints().anyMatch(NotesHoldNoNhsNumber::cannotBeKept)) {
            throw ProblemType.INVALID_DECISION.because("note holds a character that is no text.");
        }
        if (NhsNumberInText.isFoundIn(note)) {
            throw ProblemType.INVALID_DECISION.because(
                    "note holds an NHS number. Notes are about the switch, never about a patient.");
        }
    }

    private static boolean cannotBeKept(int character) {
        return (Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t')
                || Character.getType(character) == Character.SURROGATE;
    }
}
