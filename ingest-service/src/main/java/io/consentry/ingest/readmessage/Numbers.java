package io.consentry.ingest.readmessage;

import java.util.regex.Pattern;

/** Numbers that are short to write and endless to read: {@code 1e999999999} has a billion digits. */
final class Numbers {

    private static final int LONGEST = 64;
    private static final Pattern HUGE_EXPONENT = Pattern.compile("[+-]?[0-9.]+[eE][+-]?0*[1-9][0-9]{2,}");

    private Numbers() {}

    static boolean isBeyondMeasure(String text) {
        return text.length() <= LONGEST
                && !text.isEmpty()
                && Character.isDigit(text.charAt(text.length() - 1))
                && HUGE_EXPONENT.matcher(text).matches();
    }
}
