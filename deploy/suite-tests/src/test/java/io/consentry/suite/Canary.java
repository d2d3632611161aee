package io.consentry.suite;

import io.consentry.local.playdemo.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A patient who exists nowhere else, so that every place where something of them is found has it from here.
 *
 * <p>Only letters and digits, so that no form of quoting hides them.
 */
record Canary(String surname, String givenName, String street, String freeText, String nhsNumber) {

    private static final int LETTERS = 12;
    /** Bytes that base64 puts together; where a word begins among them decides how it is spelt. */
    private static final int BASE64_GROUP = 3;

    static Canary hatch() {
        return new Canary(
                word("Qx"),
                word("Jz"),
                word("Wv"),
                word("Xk"),
                nhsNumber(ThreadLocalRandom.current().nextInt(1_000_000)));
    }

    /** A new message about this patient. */
    byte[] message() throws IOException {
        return new String(Sample.PHARMACY_FIRST.written(), StandardCharsets.UTF_8)
                .replace("FERNSIDE", surname)
                .replace("Marla", givenName)
                .replace("9990001014", nhsNumber)
                .replace("<postalCode", "<line value=\"" + street + "\"/><postalCode")
                .replace("Burning when passing urine", freeText + " burning when passing urine")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What must not be found, in each form in which a program might have written it, by what it is. */
    Map<String, byte[]> traces() {
        Map<String, byte[]> traces = new LinkedHashMap<>();
        Map.of("surname", surname, "given name", givenName, "street", street, "text", freeText, "number", nhsNumber)
                .forEach((what, word) -> addForms(traces, what, word));
        return traces;
    }

    private static void addForms(Map<String, byte[]> traces, String what, String word) {
        traces.put(what, word.getBytes(StandardCharsets.US_ASCII));
        traces.put(what + " in capitals", word.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        traces.put(what + " in small letters", word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        StringBuilder hex = new StringBuilder();
        for (byte letter : word.getBytes(StandardCharsets.US_ASCII)) {
            hex.append(String.format(Locale.ROOT, "%02x", letter));
        }
        traces.put(what + " as hexadecimal", hex.toString().getBytes(StandardCharsets.US_ASCII));
        for (int skipped = 0; skipped < BASE64_GROUP; skipped++) {
            int length = (word.length() - skipped) / BASE64_GROUP * BASE64_GROUP;
            byte[] whole = word.substring(skipped, skipped + length).getBytes(StandardCharsets.US_ASCII);
            traces.put(what + " as base64 from " + skipped, Base64.getEncoder().encode(whole));
        }
    }

    private static String word(String beginning) {
        StringBuilder word = new StringBuilder(beginning);
        while (word.length() < LETTERS) {
            word.append((char) ('a' + ThreadLocalRandom.current().nextInt(26)));
        }
        return word.toString();
    }

    /** A number of the range for tests, with a right check digit; the next one where there is none. */
    private static String nhsNumber(int seed) {
        String nine = "999" + String.format(Locale.ROOT, "%06d", seed % 1_000_000);
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            sum += (nine.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? nhsNumber(seed + 1) : nine + check;
    }
}
