package io.consentry.ingest.readmessage;

/**
 * Numbers that nobody measures: those that are short to write and endless to read, as {@code 1e999999999} has a billion digits,
 * and those that are endless already. A digit is whatever Java takes for one.
 */
final class Numbers {

    /** Beyond any quantity; an exponent has fewer digits than three. */
    private static final int LONGEST = 1000;

    private static final int DIGITS_OF_HUGE_EXPONENT = 3;

    private Numbers() {}

    static boolean isBeyondMeasure(String text) {
        int end = text.length();
        int digits = digitsBefore(text, end);
        if (digits == end) {
            return false;
        }
        int exponent = digits > 0 && isSign(text.charAt(digits - 1)) ? digits - 1 : digits;
        if (exponent == 0 || !isE(text.charAt(exponent - 1))) {
            return end > LONGEST && isPlain(text, end);
        }
        return (end > LONGEST || significant(text, digits, end) >= DIGITS_OF_HUGE_EXPONENT)
                && isPlain(text, exponent - 1);
    }

    /** Where the digits begin that stand before a place. */
    private static int digitsBefore(String text, int place) {
        int begin = place;
        while (begin > 0 && Character.isDigit(text.charAt(begin - 1))) {
            begin--;
        }
        return begin;
    }

    private static int significant(String text, int begin, int end) {
        int first = begin;
        while (first < end && Character.digit(text.charAt(first), 10) == 0) {
            first++;
        }
        return end - first;
    }

    /** Digits and dots, after a sign at most: identifiers hold hyphens and letters between theirs. */
    private static boolean isPlain(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c != '.' && !Character.isDigit(c) && !(i == 0 && isSign(c))) {
                return false;
            }
        }
        return end > 0;
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }

    private static boolean isE(char c) {
        return c == 'e' || c == 'E';
    }
}
