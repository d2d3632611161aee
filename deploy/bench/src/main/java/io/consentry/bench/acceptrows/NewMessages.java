package io.consentry.bench.acceptrows;

import io.consentry.local.playdemo.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages of 30 KB, each with ids and a patient of its own, made by writing over the same bytes: it must cost nothing. */
public final class NewMessages {

    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern NHS_NUMBER = Pattern.compile("(?<=/nhs-number\"/>\\s{0,99}<value value=\")\\d{10}");
    private static final int TEST_NUMBERS = 1_000_000;

    private final byte[] written;
    private final Map<String, List<Integer>> places = new LinkedHashMap<>();
    private final int patient;
    private final Random random;

    /** Others for each seed. */
    public NewMessages(long seed) throws IOException {
        String text = new String(Sample.PHARMACY_FIRST.written(), StandardCharsets.UTF_8);
        this.written = text.getBytes(StandardCharsets.ISO_8859_1);
        if (written.length != text.getBytes(StandardCharsets.UTF_8).length) {
            throw new IOException("The sample has letters beyond ASCII, and places in it would move");
        }
        Matcher found = UUIDS.matcher(text);
        while (found.find()) {
            places.computeIfAbsent(found.group(), unseen -> new ArrayList<>()).add(found.start());
        }
        Matcher number = NHS_NUMBER.matcher(text);
        if (!number.find()) {
            throw new IOException("The sample names no patient");
        }
        this.patient = number.start();
        this.random = new Random(seed);
    }

    /** The next message. */
    public byte[] next() {
        byte[] message = written.clone();
        for (List<Integer> same : places.values()) {
            byte[] id = new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE)
                    .toString()
                    .getBytes(StandardCharsets.ISO_8859_1);
            for (int place : same) {
                System.arraycopy(id, 0, message, place, id.length);
            }
        }
        System.arraycopy(nhsNumber(), 0, message, patient, 10);
        return message;
    }

    /** One of those that are kept free for tests, with its check digit. */
    private byte[] nhsNumber() {
        while (true) {
            String nine = Integer.toString(999_000_000 + random.nextInt(TEST_NUMBERS));
            int sum = 0;
            for (int at = 0; at < 9; at++) {
                sum += (10 - at) * (nine.charAt(at) - '0');
            }
            int check = (11 - sum % 11) % 11;
            if (check < 10) {
                return (nine + check).getBytes(StandardCharsets.ISO_8859_1);
            }
        }
    }
}
