package io.consentry.web.nhsnumber;

/**
 * The NHS number's own check: ten digits, the tenth by weights 10 to 2 over the first nine, modulus 11.
 *
 * <p>Source: NHS Data Model and Dictionary, NHS number.
 */
public final class NhsNumber {

    private static final int DIGITS = 10;
    private static final int MODULUS = 11;

    private NhsNumber() {}

    /** Whether the text is ten plain digits and the last is right. */
    public static boolean hasItsCheckDigit(CharSequence number) {
        if (number.length() != DIGITS || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < DIGITS - 1; i++) {
            sum += (number.charAt(i) - '0') * (DIGITS - i);
        }
        int check = (MODULUS - sum % MODULUS) % MODULUS;
        return check == number.charAt(DIGITS - 1) - '0';
    }
}
