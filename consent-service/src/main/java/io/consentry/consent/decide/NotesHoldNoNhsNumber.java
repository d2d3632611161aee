package io.consentry.consent.decide;

import io.consentry.web.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rule: a note is short, can be kept, and names no patient by NHS number.
 *
 * <p>An NHS number is ten digits of which the last is a check digit: weights 10 to 2 over the first nine, 11 less the
 * rest of the sum by 11, where 11 stands for 0 and 10 for none (NHS Data Dictionary). It may be written in groups.
 */
public final class NotesHoldNoNhsNumber {

    /** Characters; long enough for a sentence, too short for a consultation. */
    static final int LONGEST = 280;

    private static final int DIGITS = 10;
    private static final Pattern GROUPED_DIGITS = Pattern.compile("[0-9]+(?:[\\p{Z}\\s\\-.]+[0-9]+)*");
    private static final Pattern GROUP = Pattern.compile("[0-9]+");

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
        if (GROUPED_DIGITS.matcher(withPlainDigits(note)).results().anyMatch(NotesHoldNoNhsNumber::holdsNhsNumber)) {
            throw ProblemType.INVALID_DECISION.because(
                    "note holds an NHS number. Notes are about the switch, never" + " about a patient.");
        }
    }

    private static boolean cannotBeKept(int character) {
        return (Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t')
                || Character.getType(character) == Character.SURROGATE;
    }

    /** The same text with the digits of every script as 0 to 9. */
    private static String withPlainDigits(String note) {
        StringBuilder plain = new StringBuilder(note.length());
        note.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean holdsNhsNumber(MatchResult digits) {
        List<String> groups = new ArrayList<>();
        GROUP.matcher(digits.group()).results().forEach(group -> groups.add(group.group()));
        for (int first = 0; first < groups.size(); first++) {
            StringBuilder joined = new StringBuilder();
            for (int last = first; last < groups.size() && joined.length() < DIGITS; last++) {
                joined.append(groups.get(last));
                if (isNhsNumber(joined)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNhsNumber(CharSequence digits) {
        if (digits.length() != DIGITS) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < DIGITS - 1; i++) {
            sum += Character.digit(digits.charAt(i), 10) * (DIGITS - i);
        }
        int check = 11 - sum % 11;
        return (check == 11 ? 0 : check) == Character.digit(digits.charAt(DIGITS - 1), 10);
    }
}
