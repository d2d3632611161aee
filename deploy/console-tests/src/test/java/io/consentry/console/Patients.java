package io.consentry.console;

import java.util.List;
import java.util.Locale;

/** Invented people with valid NHS numbers from the range that is never given to anybody. */
final class Patients {

    private static final List<String> FAMILIES = List.of(
            "O’Hara-Featherstonehaugh", "Ng", "van der Westhuizen", "Ó Súilleabháin", "Żółkiewska", "Adeyemi", "Li");

    private static final List<String> SAMPLES_FAMILIES = List.of("FERNSIDE", "HALDANE");
    private static final List<String> SAMPLES_NUMBERS = List.of("9990001014", "9990002045");
    private static final int MODULUS = 11;
    private static final int DIGITS = 9;

    private Patients() {}

    /** The sample's message, about the person with this number among all of them. */
    static String exchanged(String message, int person) {
        String exchanged = message;
        for (String family : SAMPLES_FAMILIES) {
            exchanged = exchanged.replace(family, FAMILIES.get(person % FAMILIES.size()));
        }
        for (String number : SAMPLES_NUMBERS) {
            exchanged = exchanged.replace(number, numbered(person));
        }
        return exchanged;
    }

    /** Counts only those numbers that have a check digit. */
    private static String numbered(int person) {
        int left = person;
        for (int candidate = 100_000; ; candidate++) {
            String digits = String.format(Locale.ROOT, "999%06d", candidate);
            int sum = 0;
            for (int i = 0; i < DIGITS; i++) {
                sum += (digits.charAt(i) - '0') * (DIGITS + 1 - i);
            }
            int check = (MODULUS - sum % MODULUS) % MODULUS;
            if (check < DIGITS + 1 && left-- == 0) {
                return digits + check;
            }
        }
    }
}
