package io.consentry.web.nhsnumber;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds NHS numbers in free text where none may stand: written in one piece or in groups, with the digits of any script.
 */
public final class NhsNumberInText {

    private static final int DIGITS = 10;
    private static final Pattern GROUPED_DIGITS = Pattern.compile("[0-9]++(?:[\\p{Z}\\s\\-.]++[0-9]++)*+");
    private static final Pattern GROUP = Pattern.compile("[0-9]+");

    private NhsNumberInText() {}

    /** Whether some ten digits of the text, with nothing but blanks, dots and dashes between them, are an NHS number. */
    public static boolean isFoundIn(String text) {
        return GROUPED_DIGITS.matcher(withPlainDigits(text)).results().anyMatch(NhsNumberInText::holdsNhsNumber);
    }

    private static String withPlainDigits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
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
                if (NhsNumber.hasItsCheckDigit(joined)) {
                    return true;
                }
            }
        }
        return false;
    }
}
